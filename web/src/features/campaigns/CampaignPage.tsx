// A campaign: where it stands, the one thing to do, its banner, what it costs and what it brought.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDepartementName } from '@/app/reference';
import { usePathParam } from '@/app/url-state';
import { formatDate } from '@/lib/dates';
import { urls } from '@/lib/urls';
import { DataList } from '@/ui/DataList';
import { Link } from '@/ui/Link';
import { Columns, Page, PageHeader, Section } from '@/ui/Page';
import { QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText, useLocale } from '@/ui/values';
import { CampaignActs } from './CampaignActs';
import { CampaignNow } from './CampaignNow';
import classes from './campaigns.module.css';
import { PriceSums } from './PriceSums';
import { campaignQuery, type Campaign } from './queries';
import { statusOf, TONES } from './status';

export default function CampaignPage() {
  const query = useQuery(campaignQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={query}>
        {(campaign) => <Sheet campaign={campaign} />}
      </QueryState>
    </Page>
  );
}

function Sheet({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const status = statusOf(campaign);
  const { banner } = campaign;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('list.crumb'), href: urls.subscription },
          { label: t('list.title'), href: urls.campaigns },
        ]}
        title={campaign.title}
        aside={<StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>}
        actions={<CampaignActs campaign={campaign} />}
      />
      <CampaignNow campaign={campaign} />
      <Columns aside={<Cost campaign={campaign} />}>
        <img
          className={classes.preview}
          src={banner.content}
          alt={t('form.preview')}
          width={banner.width}
          height={banner.height}
        />
        <Section title={t('page.about')}>
          <About campaign={campaign} />
        </Section>
        {status !== 'draft' && (
          <Section title={t('page.audience')} lead={t('page.audienceText')}>
            <Audience campaign={campaign} />
          </Section>
        )}
      </Columns>
    </>
  );
}

function Cost({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  return (
    <PriceSums
      price={campaign.price}
      placement={campaign.placement}
      days={campaign.days}
      total={t(campaign.paid_at ? 'price.paid' : 'price.gross')}
    />
  );
}

function About({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const locale = useLocale();
  const departementName = useDepartementName();
  const day = (value: string) => formatDate(value, locale, 'medium');
  const { starts_on: from, ends_on: to, paid_at } = campaign;
  return (
    <DataList
      items={[
        { label: t('page.where'), value: t(`placement.${campaign.placement as 'home'}`) },
        { label: t('page.departement'), value: departementName(campaign.departement) },
        { label: t('page.when'), value: t('from', { from: day(from), to: day(to) }) },
        {
          label: t('page.leads'),
          value: (
            <Link href={campaign.link} rel="sponsored noopener" target="_blank">
              {campaign.link}
            </Link>
          ),
        },
        ...(paid_at ? [{ label: t('page.paidOn'), value: <DateText value={paid_at} /> }] : []),
      ]}
    />
  );
}

function Audience({ campaign: { views, clicks } }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const number = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 1 });
  const share = views > 0 ? number.format((100 * clicks) / views) : null;
  return (
    <DataList
      items={[
        { label: t('page.views'), value: number.format(views) },
        { label: t('page.clicks'), value: number.format(clicks) },
        ...(share ? [{ label: t('page.share'), value: share }] : []),
      ]}
    />
  );
}
