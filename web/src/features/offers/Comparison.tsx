// The offers for a lot side by side, on totals made the same way. Those that are over stand below.
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Row, Rows } from '@/ui/Rows';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText, Money } from '@/ui/values';
import { OfferColumn } from './OfferColumn';
import type { ComparedOffer, OfferState } from './queries';
import { sorted, type Sorting } from './terms';
import classes from './Comparison.module.css';

const SORTINGS: Sorting[] = ['prix', 'note', 'recent'];
const LIVE = new Set(['sent', 'to_reconfirm', 'chosen', 'accepted']);

const isSorting = (word: string | undefined): word is Sorting =>
  SORTINGS.some((sorting) => sorting === word);

interface ComparisonProps {
  offers: ComparedOffer[];
  /** The slug of the lot's trade. */
  trade: string;
  tender: string;
}

export function Comparison({ offers, trade, tender }: ComparisonProps) {
  const { t } = useTranslation('offers');
  const filters = useUrlFilters();
  const asked = filters.one('tri');
  const sorting = isSorting(asked) ? asked : 'prix';
  const live = sorted(
    offers.filter((offer) => LIVE.has(offer.state ?? '')),
    sorting,
  );
  const lowest = Math.min(...live.map((offer) => offer.totals?.gross.amount ?? Infinity));
  return (
    <>
      {live.length > 1 && (
        <div className={classes.tools}>
          <p>{t('compare.count', { count: live.length })}</p>
          <Select
            label={t('compare.sort')}
            allowDeselect={false}
            value={sorting}
            data={SORTINGS.map((value) => ({ value, label: t(`compare.by.${value}`) }))}
            onChange={(tri) => filters.set({ tri: tri === 'prix' ? null : tri })}
          />
        </div>
      )}
      <div className={classes.offers} data-count={Math.min(live.length, 3)}>
        {live.map((offer) => (
          <OfferColumn
            key={offer.id}
            offer={offer}
            trade={trade}
            tender={tender}
            lowest={live.length > 1 ? lowest : null}
            onlyOne={live.length === 1}
          />
        ))}
      </div>
      <Over offers={offers.filter((offer) => !LIVE.has(offer.state ?? ''))} />
    </>
  );
}

function Over({ offers }: { offers: ComparedOffer[] }) {
  const { t } = useTranslation('offers');
  if (offers.length === 0) return null;
  return (
    <div className={classes.over}>
      <h3>{t('compare.over')}</h3>
      <Rows label={t('compare.over')}>
        {offers.map((offer) => (
          <Row
            key={offer.id}
            title={offer.provider.name}
            href={urls.provider(offer.provider.handle)}
            facts={[
              offer.totals && <Money key="total" value={offer.totals.gross} cents="auto" />,
              offer.written_at && <DateText key="date" value={offer.written_at} />,
            ]}
            status={<StatusBadge>{t(`state.${offer.state as OfferState}`)}</StatusBadge>}
          />
        ))}
      </Rows>
    </div>
  );
}
