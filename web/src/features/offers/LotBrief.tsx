// What the client asks for, kept in sight while a provider writes its offer or looks back at it.
import { useTranslation } from 'react-i18next';
import { usePlaceName, useTradeName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { DataList } from '@/ui/DataList';
import { Link } from '@/ui/Link';
import { Prose } from '@/ui/Prose';
import { Facts } from '@/ui/Rows';
import { DateText } from '@/ui/values';
import type { Tender, TenderLot } from './queries';
import classes from './LotBrief.module.css';

export function LotBrief({ tender, lot }: { tender: Tender; lot: TenderLot }) {
  const { t } = useTranslation('offers');
  const tradeName = useTradeName();
  const placeName = usePlaceName();
  const { event } = tender;
  const place = placeName(event.town, event.departement);
  return (
    <section className={classes.brief}>
      <h2>{t('brief.title')}</h2>
      <DataList
        items={[
          { label: t('brief.trade'), value: tradeName(lot.trade) },
          ...(lot.quantity && lot.quantity !== '1'
            ? [{ label: t('brief.quantity'), value: lot.quantity }]
            : []),
          {
            label: t('brief.day'),
            value: event.day ? <DateText value={event.day} as="long" /> : t('brief.openDay'),
          },
          { label: t('brief.place'), value: place },
          ...(event.venue ? [{ label: t('brief.venue'), value: event.venue }] : []),
          { label: t('brief.guests'), value: event.guests },
        ]}
      />
      {lot.wishes && <Prose>{lot.wishes}</Prose>}
      {tender.slug && (
        <p>
          <Link href={urls.tender(tender.slug)}>{t('brief.all')}</Link>
        </p>
      )}
    </section>
  );
}

/** The same in one line, for the head of a page on a phone, where the brief stands far below. */
export function LotFacts({ tender, lot }: { tender: Tender; lot: TenderLot }) {
  const { t } = useTranslation('offers');
  const { event } = tender;
  return (
    <Facts
      items={[
        lot.quantity && lot.quantity !== '1' ? lot.quantity : null,
        event.day ? <DateText key="day" value={event.day} /> : t('brief.openDay'),
        event.town,
        event.guests ? t('guests', { count: event.guests }) : null,
      ]}
    />
  );
}
