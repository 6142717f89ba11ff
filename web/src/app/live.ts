// What happens elsewhere is loaded again without a reload: the server tells of each change that concerns one's
// party, and what shows it is asked for again. The stream ends now and then; the browser comes back by itself
// with the last event it heard, and is told « reset » when it missed too much.
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { renewSession } from '@/api/session';
import { useSession } from './session';

/** Many things happen in one breath: they are asked for once. */
const BREATH_MILLISECONDS = 250;
/** After the server refused. */
const RETRY_MILLISECONDS = 5_000;
/** After the session could not be renewed: the server is away, or somebody signed out elsewhere. */
const LATER_MILLISECONDS = 60_000;

/** What shows a fact, by the first word of its kind; conversations and counters show nearly all of them. */
const SHOWN: Record<string, string[]> = {
  offer: ['offers', 'lots', 'tenders'],
  // From its confirmation on the mission of a lot is an order: each shows what becomes of the other.
  lot: ['offers', 'lots', 'tenders', 'orders'],
  tender: ['tenders', 'offers', 'lots'],
  review: ['reviews', 'offers', 'orders'],
  quote_request: ['quote-requests'],
  custom_offer: ['custom-offers'],
  // An order's payments, refunds and payouts are told as what became of the order.
  order: ['orders', 'custom-offers', 'offers', 'lots', 'tenders', 'payments', 'payouts'],
  dispute: ['disputes', 'orders', 'payouts'],
  payment: ['payments', 'orders'],
  refund: ['payments', 'orders'],
  payout: ['payouts'],
  campaign: ['campaigns', 'banners'],
  payout_account: ['payouts'],
  organization: ['me', 'organization', 'payments'],
  tag: ['tags'],
  service: ['services'],
  need: ['needs'],
  conversation: ['needs'],
  delivery: ['orders'],
  message: ['needs'],
};

export function keysOf(kind: string): string[] {
  const [thing = ''] = kind.split('.');
  return ['conversations', 'todo', 'notices', ...(SHOWN[thing] ?? [])];
}

class Listener {
  private source: EventSource | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private breath: ReturnType<typeof setTimeout> | undefined;
  private stale = new Set<string>();

  private readonly client: QueryClient;

  constructor(client: QueryClient) {
    this.client = client;
    this.open();
  }

  /** A page that nobody looks at holds no connection: a browser has six for all pages of a server. */
  close() {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  open() {
    if (this.source || document.hidden) return;
    const source = new EventSource('/v1/events');
    this.source = source;
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const { kind } = JSON.parse(data) as { kind: string };
      for (const key of keysOf(kind)) this.stale.add(key);
      this.breath ??= setTimeout(() => this.load(), BREATH_MILLISECONDS);
    });
    source.addEventListener('reset', () => void this.client.invalidateQueries());
    source.addEventListener('error', () => {
      // A stream that ended is opened again by the browser; one that was refused is closed for good.
      if (source.readyState !== EventSource.CLOSED) return;
      this.close();
      this.retry = setTimeout(() => void this.comeBack(), RETRY_MILLISECONDS);
    });
  }

  private async comeBack() {
    if (await renewSession()) this.open();
    else this.retry = setTimeout(() => this.open(), LATER_MILLISECONDS);
  }

  private load() {
    this.breath = undefined;
    const stale = this.stale;
    this.stale = new Set();
    void this.client.invalidateQueries({
      predicate: ({ queryKey }) => stale.has(String(queryKey[0])),
    });
  }
}

/** For as long as somebody is signed in. */
export function useLive(): void {
  const client = useQueryClient();
  const signedIn = useSession().state === 'signed-in';
  useEffect(() => {
    if (!signedIn || typeof EventSource === 'undefined') return;
    const listener = new Listener(client);
    const look = () => {
      if (document.hidden) {
        listener.close();
        return;
      }
      listener.open();
      // Nobody told of what happened meanwhile.
      void client.invalidateQueries();
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      listener.close();
    };
  }, [client, signedIn]);
}
