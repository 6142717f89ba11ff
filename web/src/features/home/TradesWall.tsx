// The trades as on a playbill, each a door to its page of the directory. Nothing shows while the
// catalogue is on its way or cannot be read: the rest of the page stands without it.
import { useTranslation } from 'react-i18next';
import { useTrades } from '@/app/reference';
import { urls } from '@/lib/urls';
import type { TradeOption } from '@/ui/fields';
import { BareLink, Link } from '@/ui/Link';
import { HomeSection } from './HomeSection';
import classes from './TradesWall.module.css';

export function TradesWall() {
  const { t } = useTranslation('home');
  const trades = useTrades().data;
  if (!trades?.length) return null;
  return (
    <HomeSection
      title={t('trades.title')}
      lead={t('trades.lead')}
      more={<Link href={urls.directory()}>{t('trades.all')}</Link>}
    >
      <ul className={classes.wall}>
        {byFamily(trades).map(([family, members]) => (
          <li key={family}>
            <h3>{family}</h3>
            <p>
              {members.map((trade) => (
                <BareLink key={trade.slug} href={urls.directory({ trade: trade.slug })}>
                  {trade.name}
                </BareLink>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </HomeSection>
  );
}

function byFamily(trades: readonly TradeOption[]): [string, TradeOption[]][] {
  const families = new Map<string, TradeOption[]>();
  for (const trade of trades) {
    const family = trade.family ?? '';
    families.set(family, [...(families.get(family) ?? []), trade]);
  }
  return [...families];
}
