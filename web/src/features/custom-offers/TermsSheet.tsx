// The terms of a version, laid out as on a quote: one layout for each kind.
import { useTranslation } from 'react-i18next';
import { formatRate } from '@/lib/pricing';
import { DataList, type DataListItem } from '@/ui/DataList';
import { LinesTable } from '@/ui/LinesTable';
import { TotalsTable } from '@/ui/TotalsTable';
import { Money, useLocale } from '@/ui/values';
import type { Rhythm } from './form';
import { MilestonesTable } from './MilestonesTable';
import type { Terms } from './queries';
import { HourlySentence, SubscriptionSentence } from './sentences';
import classes from './TermsSheet.module.css';

type Of<Kind extends Terms['kind']> = Extract<Terms, { kind: Kind }>;

export function TermsSheet({ terms }: { terms: Terms }) {
  return (
    <div className={classes.sheet}>
      <Layout terms={terms} />
    </div>
  );
}

function Layout({ terms }: { terms: Terms }) {
  switch (terms.kind) {
    case 'fixed':
      return <Fixed terms={terms} />;
    case 'milestones':
      return <Milestones terms={terms} />;
    case 'subscription':
      return <Subscription terms={terms} />;
    case 'hourly':
      return <Hourly terms={terms} />;
  }
}

function Fixed({ terms }: { terms: Of<'fixed'> }) {
  const { t } = useTranslation('custom-offers');
  const days = terms.delivery_days;
  return (
    <>
      <LinesTable caption={t('sheet.linesCaption')} lines={terms.lines} totals={terms.totals} />
      {days && (
        <DataList
          items={[
            {
              label: t('terms.deliveryDays'),
              value: t('terms.within', { days: t('days', { count: days }) }),
            },
          ]}
        />
      )}
    </>
  );
}

function Milestones({ terms }: { terms: Of<'milestones'> }) {
  const { t } = useTranslation('custom-offers');
  return (
    <>
      <MilestonesTable milestones={terms.milestones} caption={t('sheet.milestonesCaption')} />
      <TotalsTable totals={terms.totals} />
      <DataList
        items={[
          {
            label: t('terms.deliveryDays'),
            value: t('terms.finalWithin', { days: t('days', { count: terms.delivery_days }) }),
          },
        ]}
      />
    </>
  );
}

function Subscription({ terms }: { terms: Of<'subscription'> }) {
  const { t } = useTranslation('custom-offers');
  const { every, deliveries, totals } = terms;
  const within = t('terms.periodWithin', { days: t('days', { count: terms.delivery_days }) });
  return (
    <>
      <p className={classes.meaning}>
        <SubscriptionSentence
          {...{ every, deliveries }}
          rhythm={terms.rhythm as Rhythm}
          gross={totals.gross}
        />
      </p>
      <h3 className={classes.part}>{t('sheet.perDelivery')}</h3>
      <LinesTable
        caption={t('sheet.linesCaption')}
        lines={terms.lines}
        totals={terms.per_delivery}
      />
      <DataList
        items={[
          { label: t('terms.deliveryDays'), value: within },
          { label: t('sheet.inAll'), value: <Money value={totals.gross} /> },
        ]}
      />
    </>
  );
}

function Hourly({ terms }: { terms: Of<'hourly'> }) {
  const { t } = useTranslation('custom-offers');
  const locale = useLocale();
  const { weekly_hours: weekly, estimated_hours: hours, totals } = terms;
  const items: DataListItem[] = [
    {
      label: t('terms.rate'),
      value: (
        <>
          <Money value={terms.rate} />{' '}
          {t('terms.perHour', { rate: formatRate(terms.vat_rate, locale) })}
        </>
      ),
    },
    {
      label: t('terms.weekly'),
      value: weekly ? t('hours', { count: weekly }) : t('terms.noWeekly'),
    },
    { label: t('terms.estimate'), value: t('hours', { count: hours }) },
  ];
  return (
    <>
      <p className={classes.meaning}>
        <HourlySentence hours={hours} gross={totals.gross} />
      </p>
      <DataList items={items} />
      <TotalsTable totals={totals} />
    </>
  );
}
