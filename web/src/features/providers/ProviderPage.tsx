// A provider's public sheet: what it does, where, and what its clients say (S1-093, S1-094).
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import type { components } from '@/api/schema.gen';
import { useDepartementName, useTradeName } from '@/app/reference';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { DataList } from '@/ui/DataList';
import { ButtonLink, Link } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader, Section } from '@/ui/Page';
import { Stars } from '@/ui/Stars';
import { EmptyState, ListState, QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText } from '@/ui/values';
import { Monogram } from './Monogram';
import { providerQuery, providerReviewsQuery } from './queries';
import { Review } from './Review';

type Provider = components['schemas']['ProviderView'];

export default function ProviderPage() {
  const handle = usePathParam('handle');
  const provider = useQuery(providerQuery(handle));
  return (
    <Page>
      <QueryState query={provider}>{(data) => <Sheet provider={data} />}</QueryState>
    </Page>
  );
}

function Sheet({ provider }: { provider: Provider }) {
  const { t } = useTranslation('providers');
  const tradeName = useTradeName();
  const trade = tradeName(provider.trades[0] ?? '');
  return (
    <>
      <Monogram name={provider.name} large />
      <PageHeader
        title={provider.name}
        documentTitle={`${provider.name}, ${trade}, ${provider.town}`}
        description={provider.presentation.slice(0, 160) || undefined}
        lead={
          provider.is_new ? (
            t('new')
          ) : (
            <Stars value={provider.rating.average ?? null} count={provider.rating.count} />
          )
        }
        aside={
          provider.plan === 'vip_plus' && <StatusBadge tone="positive">{t('vip')}</StatusBadge>
        }
        actions={<ButtonLink href={urls.newEvent()}>{t('sheet.ask')}</ButtonLink>}
      />
      {provider.paused && <Notice>{t('sheet.paused')}</Notice>}
      {provider.is_new && <Notice>{t('newText')}</Notice>}
      <Section title={t('sheet.presentation')}>
        {provider.presentation
          .split(/\n+/)
          .filter(Boolean)
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        {!provider.presentation && <p>{t('sheet.noPresentation')}</p>}
        <ProviderFacts provider={provider} />
        <p>{t('sheet.askText')}</p>
      </Section>
      <Section title={t('sheet.reviews')}>
        <Reviews handle={provider.handle} />
      </Section>
    </>
  );
}

function ProviderFacts({ provider }: { provider: Provider }) {
  const { t } = useTranslation('providers');
  const tradeName = useTradeName();
  const placeName = useDepartementName();
  const area = provider.france_wide
    ? t('sheet.franceWide')
    : provider.departements.map(placeName).join(', ');
  const items = [
    { label: t('sheet.trades'), value: provider.trades.map(tradeName).join(', ') },
    { label: t('sheet.area'), value: area },
    { label: t('sheet.based'), value: `${provider.town}, ${placeName(provider.departement)}` },
    {
      label: t('sheet.memberSince'),
      value: <DateText value={provider.member_since} as="medium" />,
    },
  ];
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
  if (provider.payable_by_cesu) {
    items.push({ label: t('sheet.cesu'), value: t('sheet.cesuText') });
  }
  return <DataList items={items} />;
}

function Reviews({ handle }: { handle: string }) {
  const { t } = useTranslation('providers');
  const reviews = useInfiniteQuery(providerReviewsQuery(handle));
  return (
    <ListState
      list={reviews}
      items={itemsOf(reviews.data)}
      empty={
        <EmptyState title={t('sheet.noReviews')}>
          <p>{t('newText')}</p>
        </EmptyState>
      }
    >
      {(items) => items.map((review) => <Review key={review.id} review={review} />)}
    </ListState>
  );
}
