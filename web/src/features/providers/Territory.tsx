// Where a provider works: on the map, and in words (S1-126, A-21). Every plan shows the area; the
// provider's own point comes with VIP+, because the API gives it then.
import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartementName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { BareLink } from '@/ui/Link';
import type { Provider } from './queries';
import classes from './Territory.module.css';

const ServiceMap = lazy(() => import('@/ui/map/ServiceMap'));

export function Territory({ provider }: { provider: Provider }) {
  const { t } = useTranslation('providers');
  const placeName = useDepartementName();
  const home = placeName(provider.departement);
  const area = provider.france_wide
    ? t('sheet.franceWide')
    : provider.departements.map(placeName).join(', ');
  const label = t('sheet.map', { area });
  return (
    <div className={classes.territory}>
      <Suspense fallback={<Skeleton className={classes.waiting} />}>
        <ServiceMap
          label={provider.map ? `${label} ${t('sheet.mapPoint', { home })}` : label}
          served={provider.departements}
          everywhere={provider.france_wide}
          home={provider.departement}
          point={provider.map}
        />
      </Suspense>
      <div className={classes.words}>
        <Places provider={provider} />
        {provider.map && (
          <p className={classes.home}>
            <span aria-hidden />
            {t('sheet.home', { home })}
          </p>
        )}
      </div>
    </div>
  );
}

function Places({ provider }: { provider: Provider }) {
  const { t } = useTranslation('providers');
  const placeName = useDepartementName();
  const trade = provider.trades[0];
  if (provider.france_wide) return <p className={classes.everywhere}>{t('sheet.franceWide')}</p>;
  return (
    <ul>
      {provider.departements.map((departement) => (
        <li key={departement}>
          <BareLink href={urls.directory({ trade, departement })}>
            {placeName(departement)}
          </BareLink>
        </li>
      ))}
    </ul>
  );
}
