// « Écrivez-nous » at the end of another feature's page: fetched with its texts when that page shows.
import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Waiting } from '@/ui/states';
import { loadTexts } from './i18n';

const Loaded = lazy(async () => {
  const file = import('@/features/contact-messages/ContactForm');
  return (await Promise.all([file, loadTexts('contact-messages')]))[0];
});

const Wait = () => (
  <Waiting>
    <Skeleton height="24rem" />
  </Waiting>
);

export function ContactForm() {
  return (
    <Suspense fallback={<Wait />}>
      <Loaded />
    </Suspense>
  );
}
