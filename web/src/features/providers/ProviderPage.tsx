// A provider's public sheet: what it does and did, where, and what its clients say (S1-093, S1-094).
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Banner } from '@/app/Banner';
import { Gallery } from '@/app/Gallery';
import { usePlaceName, useTradeName } from '@/app/reference';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { DataList } from '@/ui/DataList';
import { Emblem } from '@/ui/emblem/Emblem';
import { Link } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Columns, Page, PageHeader, Section } from '@/ui/Page';
import { Prose } from '@/ui/Prose';
import { Facts } from '@/ui/Rows';
import { Stars } from '@/ui/Stars';
import { QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText } from '@/ui/values';
import { Portfolio } from './Portfolio';
import { providerQuery, type Provider } from './queries';
import { Reviews } from './Reviews';
import { Services } from './Services';
import { SheetActions } from './SheetActions';
import { SheetSkeleton } from './SheetSkeleton';
import { SocialLinks } from './SocialLinks';
import { Territory } from './Territory';

export default function ProviderPage() {
  const handle = usePathParam('handle');
  const provider = useQuery(providerQuery(handle));
  return (
    <Page>
      <QueryState page query={provider} waiting={<SheetSkeleton />}>
        {(data) => <Sheet provider={data} />}
      </QueryState>
    </Page>
  );
}

function Sheet({ provider }: { provider: Provider }) {
  const { t } = useTranslation('providers');
  return (
    <>
      <Head provider={provider} />
      {provider.paused && <Notice>{t('sheet.paused')}</Notice>}
      <Columns aside={<Particulars provider={provider} />}>
        <Section title={t('sheet.presentation')}>
          <Prose>{provider.presentation || t('sheet.noPresentation')}</Prose>
          <Gallery photos={provider.photos} label={t('sheet.photos')} />
        </Section>
        <Portfolio projects={provider.portfolio} />
        <Services provider={provider} />
        <Section title={t('sheet.area')}>
          <Territory provider={provider} />
        </Section>
        <Section title={t('sheet.reviews')}>
          <Reviews provider={provider} />
        </Section>
      </Columns>
      <Banner placement="provider" departement={provider.departement} />
    </>
  );
}

function Head({ provider }: { provider: Provider }) {
  const { t } = useTranslation('providers');
  const tradeName = useTradeName();
  const placeName = usePlaceName();
  const slug = provider.trades[0] ?? '';
  const trade = tradeName(slug);
  return (
    <PageHeader
      crumbs={[
        { label: t('directory.crumb'), href: urls.directory() },
        { label: trade, href: urls.directory({ trade: slug }) },
      ]}
      picture={<Emblem handle={provider.handle} trade={slug} size="large" />}
      title={provider.name}
      documentTitle={`${provider.name}, ${trade}, ${provider.town}`}
      description={provider.presentation.slice(0, 160) || undefined}
      lead={
        <Facts
          items={[
            trade,
            placeName(provider.town, provider.departement),
            provider.is_new ? (
              t('new')
            ) : (
              <Stars value={provider.rating.average ?? null} count={provider.rating.count} />
            ),
          ]}
        />
      }
      aside={provider.plan === 'vip_plus' && <StatusBadge tone="positive">{t('vip')}</StatusBadge>}
      actions={<SheetActions provider={provider} />}
    />
  );
}

/** How many clients come back (S2-025), and what that counts. */
function Loyalty({ loyalty }: { loyalty: NonNullable<Provider['loyalty']> }) {
  const { t } = useTranslation('providers');
  return (
    <>
      <strong className="tabular">{t('sheet.loyaltyShare', { percent: loyalty.percent })}</strong>{' '}
      {t('sheet.loyaltyText', { count: loyalty.clients, returning: loyalty.returning })}
    </>
  );
}

/** What a client checks before it decides. */
function Particulars({ provider }: { provider: Provider }) {
  const { t } = useTranslation('providers');
  const tradeName = useTradeName();
  const kind = provider.legal_kind as 'company';
  const items = [
    { label: t('sheet.trades'), value: provider.trades.map(tradeName).join(', ') },
    { label: t('sheet.legalKind'), value: t(`sheet.kinds.${kind}`) },
    {
      label: t('sheet.memberSince'),
      value: <DateText value={provider.member_since} as="medium" />,
    },
  ];
  if (provider.loyalty) {
    items.push({ label: t('sheet.loyalty'), value: <Loyalty loyalty={provider.loyalty} /> });
  }
  if (provider.website) {
    const { url, rel } = provider.website;
    items.push({
      label: t('sheet.website'),
      value: (
        <Link href={url} rel={rel} target="_blank">
          {new URL(url).hostname}
        </Link>
      ),
    });
  }
  if (provider.social_links.length > 0) {
    items.push({
      label: t('sheet.social'),
      value: <SocialLinks links={provider.social_links} />,
    });
  }
  if (provider.payable_by_cesu) {
    items.push({ label: t('sheet.cesu'), value: t('sheet.cesuText') });
  }
  return (
    <>
      <DataList items={items} />
      <Notice>{t('sheet.contacts')}</Notice>
    </>
  );
}
