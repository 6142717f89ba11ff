// « Offres potentielles » (S1-064): open tenders of one's trades in one's départements, and those hidden.
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { Problem } from '@/api/problem';
import { usePlaceName, useEventKindName, useTradeName } from '@/app/reference';
import { useMe } from '@/app/session';
import { useUrlFilters } from '@/app/url-state';
import { urls, withQuery } from '@/lib/urls';
import { ActButton } from '@/ui/ActButton';
import { DayMark } from '@/ui/DayMark';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { TabLinks } from '@/ui/Tabs';
import { Tags } from '@/ui/Tags';
import { toast } from '@/ui/toast';
import { RelativeTime } from '@/ui/values';
import { PlanFirst } from './PlanLink';
import { potentialQuery, useHiding, type PotentialTender } from './queries';

export default function PotentialPage() {
  const { t } = useTranslation('offers');
  const { plan } = useMe().organization;
  const hidden = useUrlFilters().one('vue') === 'masquees';
  const list = useInfiniteQuery(potentialQuery(hidden));
  const unsubscribed = list.error instanceof Problem && list.error.code === 'subscription_required';
  return (
    <Page>
      <PageHeader title={t('potential.title')} lead={t('potential.lead')} />
      {unsubscribed ? (
        <SubscribeFirst />
      ) : (
        <>
          {plan === 'free' && <PlanFirst />}
          <TabLinks
            label={t('potential.views')}
            tabs={[
              { href: urls.potentialTenders, label: t('potential.shown'), current: !hidden },
              {
                href: withQuery(urls.potentialTenders, { vue: 'masquees' }),
                label: t('potential.hidden'),
                current: hidden,
              },
            ]}
          />
          <ListState list={list} items={itemsOf(list.data)} empty={<Nothing hidden={hidden} />}>
            {(tenders) => (
              <Rows label={t('potential.title')}>
                {tenders.map((tender) => (
                  <PotentialRow key={tender.id} tender={tender} hidden={hidden} />
                ))}
              </Rows>
            )}
          </ListState>
        </>
      )}
    </Page>
  );
}

function SubscribeFirst() {
  const { t } = useTranslation('offers');
  return (
    <EmptyState
      drawing="key"
      title={t('potential.subscribeTitle')}
      action={<ButtonLink href={urls.plans}>{t('potential.subscribe')}</ButtonLink>}
    >
      {t('potential.subscribeText')}
    </EmptyState>
  );
}

function Nothing({ hidden }: { hidden: boolean }) {
  const { t } = useTranslation('offers');
  if (hidden) return <EmptyState title={t('potential.noneHidden')} />;
  return (
    <EmptyState
      drawing="lamp"
      title={t('potential.none')}
      action={
        <ButtonLink href={urls.tenders()} variant="default">
          {t('potential.seeAll')}
        </ButtonLink>
      }
    >
      {t('potential.noneText')}
    </EmptyState>
  );
}

function PotentialRow({ tender, hidden }: { tender: PotentialTender; hidden: boolean }) {
  const { t } = useTranslation('offers');
  const kindName = useEventKindName();
  const placeName = usePlaceName();
  const tradeName = useTradeName();
  return (
    <Row
      lead={<DayMark day={tender.day} />}
      title={tender.title}
      href={urls.tender(tender.slug)}
      facts={[
        kindName(tender.kind) || null,
        placeName(tender.town, tender.departement),
        tender.guests ? t('guests', { count: tender.guests }) : null,
        <>
          {t('potential.published')} <RelativeTime value={tender.published_at} />
        </>,
      ]}
      actions={<HideButton tender={tender} hidden={hidden} />}
    >
      <Tags
        label={t('potential.trades')}
        items={[
          ...tender.my_trades,
          ...tender.trades.filter((trade) => !tender.my_trades.includes(trade)),
        ].map(tradeName)}
        strong={tender.my_trades.map(tradeName)}
      />
    </Row>
  );
}

function HideButton({ tender, hidden }: { tender: PotentialTender; hidden: boolean }) {
  const { t } = useTranslation('offers');
  const { hide, unhide } = useHiding();
  const label = hidden ? t('potential.unhide') : t('potential.hide');
  const Icon = hidden ? IconEye : IconEyeOff;
  async function change() {
    await (hidden ? unhide(tender.id) : hide(tender.id));
    toast.done(t(hidden ? 'potential.unhidden' : 'potential.hiddenNews', { title: tender.title }));
  }
  return (
    <ActButton
      variant="subtle"
      color="gray"
      size="sm"
      leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
      aria-label={`${label} : ${tender.title}`}
      onAct={change}
    >
      {label}
    </ActButton>
  );
}
