// What the API is asked to write to the operator: a small sum, then the message that it was solved for (S4-022).
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';

export type NewMessage = components['schemas']['NewContactMessage'];
export type SentMessage = components['schemas']['SentContactMessageView'];

export const TOPICS = ['usage', 'payment', 'dispute', 'account', 'other'] as const;

/** Each form asks for its own, and keeps it: a question must not change while it is answered. */
export const sumQuery = queryOptions({
  queryKey: ['contact-sum'],
  queryFn: () => unwrap(api.GET('/v1/contact-messages/sum')),
  staleTime: Infinity,
  gcTime: 0,
});

export function write(body: NewMessage, key: string): Promise<SentMessage> {
  const headers = { 'Idempotency-Key': key };
  return unwrap(api.POST('/v1/contact-messages', { body, headers }));
}
