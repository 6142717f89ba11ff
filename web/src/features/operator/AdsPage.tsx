// Advertising: how often the pages with a place for a banner are looked at, and the campaigns that were paid, one
// of which may be stopped.
import { Textarea } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useApiForm } from '@/api/useApiForm';
import { useDepartementName } from '@/app/reference';
import { useUrlFilters } from '@/app/url-state';
import { formatDate } from '@/lib/dates';
import { urls } from '@/lib/urls';
import { ActModal, Consequences } from '@/ui/ActModal';
import { Form } from '@/ui/Form';
import { Link } from '@/ui/Link';
import { Page, PageHeader, Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState, QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { TabLinks } from '@/ui/Tabs';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';
import classes from './AdsPage.module.css';
import { Placements } from './Placements';
import { campaignsQuery, placementsQuery, useActs, type Advertised } from './queries';
import { CAMPAIGN_STATUSES, CAMPAIGN_TONES, oneOf, type CampaignStatus } from './words';

export default function AdsPage() {
  const { t } = useTranslation('operator');
  const placements = useQuery(placementsQuery);
  return (
    <Page>
      <PageHeader title={t('ads.title')} lead={t('ads.lead')} />
      <Section title={t('ads.placements')} lead={t('ads.placementsLead')}>
        <QueryState query={placements}>{({ items }) => <Placements items={items} />}</QueryState>
      </Section>
      <Section title={t('ads.campaigns')}>
        <Campaigns />
      </Section>
    </Page>
  );
}

function Campaigns() {
  const { t } = useTranslation('operator');
  const status = oneOf(CAMPAIGN_STATUSES, useUrlFilters().one('status'));
  const list = useInfiniteQuery(campaignsQuery({ status }));
  return (
    <>
      <TabLinks
        label={t('ads.tabs')}
        tabs={[undefined, ...CAMPAIGN_STATUSES].map((one) => ({
          href: urls.operatorAds({ status: one }),
          label: one ? t(`ads.status.${one}`) : t('ads.all'),
          current: one === status,
        }))}
      />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={<EmptyState title={t('ads.empty')}>{t('ads.emptyText')}</EmptyState>}
      >
        {(campaigns) => (
          <Rows label={t('ads.campaigns')}>
            {campaigns.map((advertised) => (
              <CampaignRow key={advertised.campaign.id} advertised={advertised} />
            ))}
          </Rows>
        )}
      </ListState>
    </>
  );
}

function CampaignRow({ advertised }: { advertised: Advertised }) {
  const { t } = useTranslation('operator');
  const locale = useLocale();
  const departementName = useDepartementName();
  const { campaign, provider } = advertised;
  const { title, banner, link, stop_reason: reason } = campaign;
  const status = campaign.status as CampaignStatus;
  const day = (value: string) => formatDate(value, locale, 'short');
  return (
    <Row
      title={title}
      aside={<StatusBadge tone={CAMPAIGN_TONES[status]}>{t(`ads.badge.${status}`)}</StatusBadge>}
      facts={[
        <>
          {t('ads.by')}{' '}
          <Link href={urls.operatorOrganization(provider.id)}>
            {provider.name ?? provider.handle}
          </Link>
        </>,
        t(`ads.placement.${campaign.placement as 'home'}`),
        departementName(campaign.departement),
        t('ads.from', { from: day(campaign.starts_on), to: day(campaign.ends_on) }),
        t('ads.viewsCount', { count: campaign.views }),
        t('ads.clicksCount', { count: campaign.clicks }),
      ]}
      actions={campaign.actions.includes('stop') && <Stop advertised={advertised} />}
    >
      <img
        className={classes.banner}
        src={banner.content}
        alt={t('ads.banner', { title })}
        width={banner.width}
        height={banner.height}
        loading="lazy"
      />
      {link && (
        <p>
          {t('ads.leads')}{' '}
          <Link href={link} rel="nofollow noopener" target="_blank">
            {link}
          </Link>
        </p>
      )}
      {reason && <p>{t('quote', { quote: reason })}</p>}
    </Row>
  );
}

function Stop({ advertised }: { advertised: Advertised }) {
  const { t } = useTranslation('operator');
  const { title } = advertised.campaign;
  return (
    <ActModal
      size="compact-md"
      label={t('ads.stop')}
      aria-label={t('ads.stopFor', { title })}
      title={t('ads.question')}
    >
      {(close) => <StopForm advertised={advertised} onDone={close} />}
    </ActModal>
  );
}

function StopForm({ advertised, onDone }: { advertised: Advertised; onDone: () => void }) {
  const { t } = useTranslation('operator');
  const { stopCampaign } = useActs();
  const { id, title } = advertised.campaign;
  const form = useApiForm({
    initialValues: { reason: '' },
    send: (body) => stopCampaign(id, body),
    onDone: () => {
      toast.done(t('ads.done', { title }));
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={t('ads.confirm')} danger>
      <p>{title}</p>
      <Consequences items={[t('ads.taken'), t('ads.told'), t('ads.refund')]} />
      <Textarea
        label={t('ads.reason')}
        description={t('ads.reasonHint')}
        autosize
        minRows={3}
        maxLength={2000}
        {...form.field('reason')}
      />
    </Form>
  );
}
