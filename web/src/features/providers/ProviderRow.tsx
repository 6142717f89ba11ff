// A provider as the directory shows it: its emblem, who it is, where, what clients say.
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import { usePlaceName, useTradeName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { Emblem } from '@/ui/emblem/Emblem';
import { Row } from '@/ui/Rows';
import { Stars } from '@/ui/Stars';
import { StatusBadge } from '@/ui/StatusBadge';
import classes from './ProviderRow.module.css';

export function ProviderRow({ provider }: { provider: components['schemas']['ProviderCard'] }) {
  const { t } = useTranslation('providers');
  const tradeName = useTradeName();
  const placeName = usePlaceName();
  return (
    <Row
      lead={<Emblem handle={provider.handle} trade={provider.main_trade} />}
      title={provider.name}
      href={urls.provider(provider.handle)}
      aside={provider.plan === 'vip_plus' && <StatusBadge tone="positive">{t('vip')}</StatusBadge>}
      facts={[
        tradeName(provider.main_trade),
        placeName(provider.town, provider.departement),
        provider.is_new ? (
          t('new')
        ) : (
          <Stars value={provider.rating.average ?? null} count={provider.rating.count} />
        ),
      ]}
    >
      {provider.excerpt && <p className={classes.excerpt}>{provider.excerpt}</p>}
    </Row>
  );
}
