// The tenders that are open right now, as a playbill. Without any, or when they cannot be read, the page
// stands without it.
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import { usePlaceName, useTradeName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { DayMark } from '@/ui/DayMark';
import { Link } from '@/ui/Link';
import { Row, Rows } from '@/ui/Rows';
import { Tags } from '@/ui/Tags';
import { HomeSection } from './HomeSection';
import classes from './Billing.module.css';
import { newestTendersQuery, TENDERS_SHOWN } from './queries';

export function Billing() {
  const { t } = useTranslation('home');
  const { data, isPending } = useQuery(newestTendersQuery);
  if (!isPending && !data?.items.length) return null;
  return (
    <HomeSection
      title={t('billing.title')}
      lead={t('billing.lead')}
      more={<Link href={urls.tenders()}>{t('billing.all')}</Link>}
    >
      <div className={classes.bill}>
        {data ? (
          <Rows label={t('billing.title')}>
            {data.items.map((tender) => (
              <TenderLine key={tender.id} tender={tender} />
            ))}
          </Rows>
        ) : (
          Array.from({ length: TENDERS_SHOWN }, (_, index) => (
            <Skeleton key={index} className={classes.waiting} />
          ))
        )}
      </div>
    </HomeSection>
  );
}

function TenderLine({ tender }: { tender: components['schemas']['TenderCard'] }) {
  const { t } = useTranslation('home');
  const tradeName = useTradeName();
  const placeName = usePlaceName();
  return (
    <Row
      lead={<DayMark day={tender.day} />}
      title={tender.title}
      href={urls.tender(tender.slug)}
      facts={[
        placeName(tender.town, tender.departement),
        tender.guests ? t('billing.guests', { count: tender.guests }) : null,
      ]}
    >
      <Tags items={tender.trades.map(tradeName)} max={4} label={t('billing.trades')} />
    </Row>
  );
}
