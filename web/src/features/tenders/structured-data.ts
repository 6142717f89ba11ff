// What search engines read of a tender (schema.org, S1-035): the event, its place and day. Nothing that
// the page does not show.
import { urls } from '@/lib/urls';
import type { Tender } from './queries';

export function structuredData({ event, slug }: Tender, trades: string[]): object {
  return {
    '@type': 'Event',
    name: event.title,
    description: event.description,
    keywords: trades.join(', '),
    ...(event.day ? { startDate: event.day } : {}),
    location: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressLocality: event.town,
        addressCountry: 'FR',
        ...(event.departement ? { addressRegion: event.departement } : {}),
      },
    },
    ...(slug ? { url: window.location.origin + urls.tender(slug) } : {}),
  };
}
