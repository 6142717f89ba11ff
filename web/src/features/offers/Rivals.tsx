// The public messages of the other applicants, without price.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { urls } from '@/lib/urls';
import { Emblem } from '@/ui/emblem/Emblem';
import { Section } from '@/ui/Page';
import { Prose } from '@/ui/Prose';
import { Row, Rows } from '@/ui/Rows';
import { Stars } from '@/ui/Stars';
import { ListState } from '@/ui/states';
import { lotOffersQuery } from './queries';

/** `trade`: the slug of the lot's trade. */
export function Rivals({ lot, trade }: { lot: string; trade: string }) {
  const { t } = useTranslation('offers');
  const list = useInfiniteQuery(lotOffersQuery(lot));
  const others = itemsOf(list.data).filter((offer) => !offer.mine);
  return (
    <Section title={t('rivals.title')} lead={t('rivals.lead')}>
      <ListState list={list} items={others} empty={<p>{t('rivals.none')}</p>}>
        {(offers) => (
          <Rows label={t('rivals.title')}>
            {offers.map(({ id, provider, public_message }) => (
              <Row
                key={id}
                lead={<Emblem handle={provider.handle} trade={trade} size="small" />}
                title={provider.name}
                href={urls.provider(provider.handle)}
                facts={[
                  provider.town,
                  <Stars
                    key="rating"
                    value={provider.rating.average ?? null}
                    count={provider.rating.count}
                  />,
                ]}
              >
                <Prose>{public_message}</Prose>
              </Row>
            ))}
          </Rows>
        )}
      </ListState>
    </Section>
  );
}
