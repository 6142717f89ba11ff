import { describe, expect, it } from 'vitest';
import { draw } from '@/test/render';
import { HourlySentence, SubscriptionSentence } from './sentences';

const texts = ['custom-offers'];
const gross = { amount: 36_000, currency: 'EUR' };

/** As it is read: any space is a space. */
const said = (text: string | null) => text?.replace(/\s/g, ' ');

describe('a subscription in plain language', () => {
  it.each([
    ['daily', 14, 'Livré tous les 14 jours, 6 livraisons, 360,00 € TTC en tout.'],
    ['weekly', 1, 'Livré toutes les semaines, 6 livraisons, 360,00 € TTC en tout.'],
    ['weekly', 2, 'Livré toutes les 2 semaines, 6 livraisons, 360,00 € TTC en tout.'],
    ['monthly', 1, 'Livré tous les mois, 6 livraisons, 360,00 € TTC en tout.'],
    ['monthly', 2, 'Livré tous les 2 mois, 6 livraisons, 360,00 € TTC en tout.'],
  ] as const)('S2-024: %s, every %i', async (rhythm, every, sentence) => {
    const { container } = await draw(
      <p>
        <SubscriptionSentence rhythm={rhythm} every={every} deliveries={6} gross={gross} />
      </p>,
      { texts },
    );
    expect(said(container.querySelector('p')?.textContent ?? null)).toBe(sentence);
  });

  it('is told in English too', async () => {
    const { container } = await draw(
      <p>
        <SubscriptionSentence rhythm="weekly" every={2} deliveries={6} gross={gross} />
      </p>,
      { texts, language: 'en' },
    );
    expect(container.querySelector('p')?.textContent).toBe(
      'Delivered every 2 weeks, 6 deliveries, €360.00 incl. VAT in all.',
    );
  });
});

it('tells what an estimate comes to', async () => {
  const { container } = await draw(
    <p>
      <HourlySentence hours={40} gross={gross} />
    </p>,
    { texts },
  );
  expect(said(container.querySelector('p')?.textContent ?? null)).toBe(
    'Environ 40 heures, soit 360,00 € TTC si l’estimation se vérifie.',
  );
});
