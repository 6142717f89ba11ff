// What a dispute is about: the mission, the sides, its dates.
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { DataList } from '@/ui/DataList';
import { Link } from '@/ui/Link';
import { DateText, Money } from '@/ui/values';
import classes from './disputes.module.css';
import { nameOf, useNames, useReader } from './people';
import type { Dispute } from './queries';

export function About({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { reader, called } = useNames(dispute);
  const isOperator = reader === 'operator';
  const mission = useMission(dispute);
  return (
    <div className={classes.about}>
      <DataList
        items={[
          ...(mission ? [{ label: t('about.mission'), value: mission }] : []),
          { label: t('about.part'), value: t('about.number', { number: dispute.milestone }) },
          {
            label: t('about.settlement'),
            value: t(dispute.settlement === 'held' ? 'about.held' : 'about.direct'),
          },
          {
            label: t('about.stake'),
            value: (
              <>
                <Money value={dispute.at_stake} /> {t('gross')}
              </>
            ),
          },
          { label: t('about.opener'), value: called(dispute.opener as 'client') },
          {
            label: t('about.opened'),
            value: <DateText value={dispute.opened_at} as="day-time" />,
          },
          ...(dispute.escalated_at
            ? [
                {
                  label: t('about.escalated'),
                  value: <DateText value={dispute.escalated_at} as="day-time" />,
                },
              ]
            : []),
          ...(dispute.ended_at
            ? [
                {
                  label: t('about.ended'),
                  value: <DateText value={dispute.ended_at} as="day-time" />,
                },
              ]
            : []),
          ...(isOperator
            ? (['client', 'provider'] as const).map((side) => ({
                label: t(`about.${side}`),
                value: (
                  <Link href={urls.operatorOrganization(dispute[side].id)}>
                    {nameOf(dispute[side])}
                  </Link>
                ),
              }))
            : []),
        ]}
      />
      <p className={classes.quiet}>{t(isOperator ? 'about.sanctions' : 'about.advice')}</p>
    </div>
  );
}

/** The two sides may open it; an operator reads of it here only. */
function useMission({ order, title }: Dispute) {
  return useReader() === 'operator' ? null : <Link href={urls.order(order)}>{title}</Link>;
}
