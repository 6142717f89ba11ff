// Who is who in a dispute, as its reader calls them: « vous », the other side by its name, the operator.
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/session';
import type { Dispute, Side } from './queries';

type Sides = Pick<Dispute, 'client' | 'provider'>;

export const nameOf = ({ name, handle }: Dispute['client']) => name ?? handle;

/** Which of the three the reader is. */
export const useReader = (): Side => useMe().organization.kind;

export function useNames({ client, provider }: Sides) {
  const { t } = useTranslation('disputes');
  const reader = useReader();
  const named = { client: nameOf(client), provider: nameOf(provider), operator: t('operator') };
  return {
    reader,
    /** Of the two sides; for an operator both, in one breath. */
    others: reader === 'operator' ? `${named.client}, ${named.provider}` : named[other(reader)],
    named,
    /** « Vous » for the reader. */
    called: (side: Side) => (side === reader ? t('you') : named[side]),
  };
}

const other = (side: 'client' | 'provider') => (side === 'client' ? 'provider' : 'client');
