import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { draw } from '@/test/render';
import type { Payment } from './queries';
import { Waiting } from './Waiting';

it('says what is awaited in words, and names nothing that has no role', async () => {
  const payment = { state: 'preparing', provider: 'sandbox', url: null } as Payment;
  await draw(
    <Waiting payment={payment} patience={{ every: 1_000, tired: false, again: () => {} }} />,
    { texts: ['payments'] },
  );
  const status = screen.getByRole('status');
  expect(status).toHaveTextContent('Nous préparons le paiement.');
  expect(status.querySelector('[aria-label]:not([role])')).toBeNull();
});
