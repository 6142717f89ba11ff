// Every version of an offer, in the words of its day (S1-072).
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { Section } from '@/ui/Page';
import { ListState } from '@/ui/states';
import { DateText, Money } from '@/ui/values';
import { ProposalView } from './ProposalView';
import { versionsQuery, type Offer } from './queries';
import classes from './OfferVersions.module.css';

export function OfferVersions({ offer }: { offer: Offer }) {
  const { t } = useTranslation('offers');
  const list = useInfiniteQuery(versionsQuery(offer.id));
  const earlier = itemsOf(list.data).filter(({ number }) => number !== offer.number);
  return (
    <Section title={t('versions.title')}>
      <ListState list={list} items={earlier} empty={null}>
        {(versions) => (
          <div className={classes.versions}>
            {versions.map((version) => (
              <details key={version.number}>
                <summary>
                  <span>{t('offer.version', { number: version.number })}</span>
                  <span>
                    <DateText value={version.written_at} as="day-time" /> ·{' '}
                    <Money value={version.totals.gross} />
                    {offer.lot.is_given_to_this &&
                      offer.lot.agreed_version === version.number &&
                      ` · ${t('versions.agreed')}`}
                  </span>
                </summary>
                <ProposalView proposal={version} />
              </details>
            ))}
          </div>
        )}
      </ListState>
    </Section>
  );
}
