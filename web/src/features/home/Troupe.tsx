// The first providers of the directory, each by its poster. The order is the directory's own.
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import { useTradeName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { Emblem } from '@/ui/emblem/Emblem';
import { BareLink, Link } from '@/ui/Link';
import { Stars } from '@/ui/Stars';
import { HomeSection } from './HomeSection';
import { firstProvidersQuery, PROVIDERS_SHOWN } from './queries';
import classes from './Troupe.module.css';

export function Troupe() {
  const { t } = useTranslation('home');
  const { data, isPending } = useQuery(firstProvidersQuery);
  if (!isPending && !data?.items.length) return null;
  return (
    <HomeSection
      title={t('troupe.title')}
      lead={t('troupe.lead')}
      more={<Link href={urls.directory()}>{t('troupe.all')}</Link>}
    >
      <ul className={classes.posters}>
        {data
          ? data.items.map((provider) => <Poster key={provider.id} provider={provider} />)
          : Array.from({ length: PROVIDERS_SHOWN }, (_, index) => (
              <li key={index}>
                <Skeleton className={classes.waiting} />
              </li>
            ))}
      </ul>
    </HomeSection>
  );
}

function Poster({ provider }: { provider: components['schemas']['ProviderCard'] }) {
  const { t } = useTranslation('home');
  const tradeName = useTradeName();
  return (
    <li className={classes.poster}>
      <Emblem handle={provider.handle} trade={provider.main_trade} size="poster" />
      <h3>
        <BareLink href={urls.provider(provider.handle)}>{provider.name}</BareLink>
      </h3>
      <p>
        {tradeName(provider.main_trade)}, {provider.town}
      </p>
      <div className={classes.note}>
        {provider.is_new ? (
          t('troupe.new')
        ) : (
          <Stars value={provider.rating.average ?? null} count={provider.rating.count} />
        )}
      </div>
    </li>
  );
}
