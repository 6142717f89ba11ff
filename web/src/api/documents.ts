// Documents that the browser fetches by itself: shown in a tab of their own, or kept. An access token that has run
// out is renewed first, or the reader would find a refusal where its document should be.
import { api } from './client';

type Follow = (href: string) => void;

/** Follows the address of a document once the session is known to be fresh. */
export async function followDocument(href: string, follow: Follow): Promise<void> {
  await api.GET('/v1/me');
  follow(href);
}

export const inNewTab: Follow = (href) => void window.open(href, '_blank', 'noopener');

/** The answer says that it is to be kept, so the page stays. */
export const keep: Follow = (href) => window.location.assign(href);
