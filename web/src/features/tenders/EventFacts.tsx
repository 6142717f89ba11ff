// What is known of an event, line by line: on its public page, for its client, before publishing.
import { useTranslation } from 'react-i18next';
import { usePlaceName } from '@/app/reference';
import { formatDate } from '@/lib/dates';
import { DataList, type DataListItem } from '@/ui/DataList';
import { DateText, useLocale } from '@/ui/values';
import type { TenderEvent } from './queries';

/** « samedi 12 juin 2027 à 19:30, date flexible ». */
export function EventDay({ event }: { event: TenderEvent }) {
  const { t } = useTranslation('tenders');
  if (!event.day) return t('day.open');
  return (
    <>
      <DateText value={event.day} as="long" />
      {event.start_time && ` ${t('day.at', { time: event.start_time })}`}
      {event.day_flexible && `, ${t('day.flexible')}`}
    </>
  );
}

/** The same as plain text, for titles and search engines. */
export function useDayText(): (event: Pick<TenderEvent, 'day'>) => string {
  const { t } = useTranslation('tenders');
  const locale = useLocale();
  return ({ day }) => (day ? formatDate(day, locale) : t('day.open'));
}

/** « Rouen, Seine-Maritime (76) ». */
export function usePlaceText(): (place: {
  town: string;
  departement?: string | null | undefined;
}) => string {
  const named = usePlaceName();
  return ({ town, departement }) => named(town, departement);
}

function useVenue(event: TenderEvent): string {
  const { t } = useTranslation('tenders');
  if (!event.venue_known) return t('page.placeWanted');
  return event.venue || t('page.placeKnown');
}

/** When and where. */
function usePlaceFacts(event: TenderEvent): DataListItem[] {
  const { t } = useTranslation('tenders');
  return [
    { label: t('page.when'), value: <EventDay event={event} /> },
    { label: t('page.where'), value: usePlaceText()(event) },
    { label: t('page.place'), value: useVenue(event) },
  ];
}

/** For whom, and what is left to imagine. */
function useGuestFacts(event: TenderEvent): DataListItem[] {
  const { t } = useTranslation('tenders');
  const guests = [
    event.guests ? t('guests', { count: event.guests }) : '',
    event.guest_ages,
  ].filter(Boolean);
  return [
    { label: t('page.guests'), value: guests.join(' · ') },
    ...(event.ideas_wanted ? [{ label: t('page.ideas'), value: t('page.ideasWanted') }] : []),
  ];
}

export function PlaceFacts({ event }: { event: TenderEvent }) {
  return <DataList items={usePlaceFacts(event)} />;
}

export function GuestFacts({ event }: { event: TenderEvent }) {
  return <DataList items={useGuestFacts(event)} />;
}

export function EventFacts({ event, more = [] }: { event: TenderEvent; more?: DataListItem[] }) {
  return <DataList items={[...usePlaceFacts(event), ...useGuestFacts(event), ...more]} />;
}
