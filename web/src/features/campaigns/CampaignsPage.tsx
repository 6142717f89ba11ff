// A provider's campaigns: what each says, where and when it is shown, and what it brought.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useDepartementName } from '@/app/reference';
import { formatDate } from '@/lib/dates';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { useLocale } from '@/ui/values';
import { campaignsQuery, type Campaign } from './queries';
import { statusOf, TONES } from './status';

export default function CampaignsPage() {
  const { t } = useTranslation('campaigns');
  const list = useInfiniteQuery(campaignsQuery);
  const campaigns = itemsOf(list.data);
  const create = <ButtonLink href={urls.newCampaign()}>{t('list.create')}</ButtonLink>;
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t('list.crumb'), href: urls.subscription }]}
        title={t('list.title')}
        lead={t('list.lead')}
        actions={campaigns.length > 0 && create}
      />
      <ListState
        list={list}
        items={campaigns}
        empty={
          <EmptyState title={t('list.empty')} drawing="garland" action={create}>
            <p>{t('list.emptyText')}</p>
          </EmptyState>
        }
      >
        {(items) => (
          <Rows label={t('list.title')}>
            {items.map((campaign) => (
              <CampaignRow key={campaign.id} campaign={campaign} />
            ))}
          </Rows>
        )}
      </ListState>
    </Page>
  );
}

function CampaignRow({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const locale = useLocale();
  const departementName = useDepartementName();
  const status = statusOf(campaign);
  const shown = campaign.views > 0 || status === 'running' || status === 'ended';
  const day = (value: string) => formatDate(value, locale, 'short');
  return (
    <Row
      pinned={status === 'draft'}
      title={campaign.title}
      href={urls.campaign(campaign.id)}
      status={<StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>}
      facts={[
        t(`placement.${campaign.placement as 'home'}`),
        departementName(campaign.departement),
        t('from', { from: day(campaign.starts_on), to: day(campaign.ends_on) }),
        shown && t('views', { count: campaign.views }),
        shown && t('clicks', { count: campaign.clicks }),
      ]}
    />
  );
}
