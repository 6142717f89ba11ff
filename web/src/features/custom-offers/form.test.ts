import { describe, expect, it } from 'vitest';
import {
  adjusting,
  asking,
  emptyOffer,
  formOf,
  inputOf,
  madeFrom,
  missingIn,
  offeredAs,
  templateOf,
  withDraft,
} from './form';
import type { QuoteRequest, Service, Version } from './queries';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

function written() {
  const form = emptyOffer('fixed', '2000');
  form.title = 'Soirée';
  form.description = 'Un DJ, de 20 h à 3 h.';
  form.terms.lines = [{ label: 'DJ', quantity: '1,5', unit_price: 40_000, vat_rate: '2000' }];
  form.terms.delivery_days = 14;
  return form;
}

describe('the form of a custom offer', () => {
  it('S2-004: sends the terms of the chosen kind only', () => {
    const form = written();
    expect(inputOf(form).terms).toEqual({
      kind: 'fixed',
      delivery_days: 14,
      lines: [{ label: 'DJ', quantity: '1.5', unit_price: euros(40_000), vat_rate: 2000 }],
    });
    form.terms.kind = 'hourly';
    form.terms.rate = 6_000;
    form.terms.estimated_hours = 40;
    expect(inputOf(form).terms).toEqual({
      kind: 'hourly',
      rate: euros(6_000),
      vat_rate: 2000,
      weekly_hours: null,
      estimated_hours: 40,
    });
  });

  it('S2-007: leaves revisions to the instance, or says that they are without end', () => {
    const form = written();
    form.revisions = '';
    expect(inputOf(form)).toMatchObject({ revisions: null, unlimited_revisions: false });
    form.revisions = 3;
    form.unlimited_revisions = true;
    expect(inputOf(form)).toMatchObject({ revisions: null, unlimited_revisions: true });
  });

  it('S4-001: holds funds where that was chosen, without a deposit, and never by the hour', () => {
    const form = written();
    form.deposit_percent = 30;
    expect(inputOf(form)).toMatchObject({ settlement: 'direct', deposit_percent: 30 });
    form.settlement = 'held';
    expect(inputOf(form)).toMatchObject({ settlement: 'held', deposit_percent: null });
    form.terms.kind = 'hourly';
    expect(inputOf(form)).toMatchObject({ settlement: 'direct', deposit_percent: 30 });
  });

  it('S2-041: asks nothing while the switch is off', () => {
    const form = written();
    form.questions = [{ text: 'Quels morceaux ?', mandatory: true }];
    expect(inputOf(form).questions).toEqual([]);
    form.asks = true;
    expect(inputOf(form).questions).toHaveLength(1);
  });

  it('S2-027: names what a milestone lacks', () => {
    const form = written();
    form.terms.kind = 'milestones';
    form.terms.milestones = [
      { name: 'Plan', description: 'Coté', days: 10, price: 30_000, vat_rate: '2000' },
      { name: '', description: ' ', days: '', price: null, vat_rate: '2000' },
    ];
    expect(missingIn(form)).toEqual(
      ['name', 'description', 'days', 'price'].map((name) => `terms.milestones.1.${name}`),
    );
  });

  it('begins a new version from the one in force', () => {
    const version = {
      number: 1,
      title: 'Abonnement floral',
      description: 'Un bouquet.',
      terms: {
        kind: 'subscription',
        lines: [{ label: 'Bouquet', quantity: '1', unit_price: euros(5_000), vat_rate: 1000 }],
        rhythm: 'weekly',
        every: 2,
        deliveries: 6,
        delivery_days: 3,
      },
      revisions: null,
      questions: [],
      settlement: 'direct',
      promised_until: '2027-04-30T22:00:00Z',
    } as unknown as Version;
    const form = formOf(version, '2000');
    expect(form).toMatchObject({
      unlimited_revisions: true,
      asks: false,
      expires_on: '2027-04-30',
      terms: { kind: 'subscription', rhythm: 'weekly', every: 2, deliveries: 6 },
    });
    expect(inputOf(form).terms).toMatchObject({ kind: 'subscription', deliveries: 6 });
  });

  it('takes a draft up, and leaves what cannot be read', () => {
    const empty = emptyOffer('fixed', '0');
    const kept = JSON.stringify({ ...empty, title: 'Commencé' });
    expect(withDraft(empty, kept).title).toBe('Commencé');
    expect(withDraft(empty, '{')).toEqual(empty);
    expect(withDraft(empty, '')).toEqual(empty);
  });
});

describe('an offer made from a service', () => {
  const service = {
    title: 'Soirée dansante',
    description: 'Un DJ et sa sonorisation.',
    price_from: euros(120_000),
    delivery_days: 21,
    revisions: 2,
    packages: [
      {
        name: 'Complet',
        description: 'Avec les lumières.',
        price: euros(150_000),
        delivery_days: 30,
        revisions: null,
      },
    ],
  } as unknown as Service;

  it('S2-005: begins with what the service says, its price taken net of VAT', () => {
    const form = madeFrom(written(), templateOf(service));
    expect(inputOf(form)).toMatchObject({
      title: 'Soirée dansante',
      description: 'Un DJ et sa sonorisation.',
      terms: {
        kind: 'fixed',
        delivery_days: 21,
        lines: [{ label: 'Soirée dansante', quantity: '1', unit_price: euros(100_000) }],
      },
      revisions: 2,
      unlimited_revisions: false,
    });
  });

  it('S2-005: begins with one of its packages', () => {
    const form = madeFrom(written(), templateOf(service, service.packages[0]));
    expect(inputOf(form)).toMatchObject({
      title: 'Soirée dansante, Complet',
      description: 'Avec les lumières.',
      terms: { delivery_days: 30, lines: [{ unit_price: euros(125_000) }] },
      revisions: null,
      unlimited_revisions: true,
    });
  });

  it('S2-041: asks what the service asks, or nothing', () => {
    const asked = [{ text: 'Quels morceaux ?', mandatory: false }];
    expect(inputOf(asking(written(), asked)).questions).toEqual(asked);
    expect(inputOf(asking(asking(written(), asked), [])).questions).toEqual([]);
  });

  it('S4-013: begins with what the client asks for in a quote request', () => {
    const request = {
      service: { id: 'svc_1', title: 'Soirée dansante', slug: 'soiree-dansante' },
      needs: 'Un mariage.',
      budget: euros(120_000),
      wanted_on: '2027-06-12',
    } as unknown as QuoteRequest;
    const form = adjusting(written(), request, Date.parse('2027-06-01T10:00:00Z'));
    expect(inputOf(form)).toMatchObject({
      service: 'svc_1',
      title: 'Soirée dansante',
      description: 'Un mariage.',
      terms: { delivery_days: 11, lines: [{ unit_price: euros(100_000) }] },
      revisions: null,
      unlimited_revisions: false,
    });
    const gone = { ...request, service: { ...request.service, slug: null } };
    expect(adjusting(written(), gone, 0).service).toBeNull();
  });
});

describe('a kind that the operator switched off', () => {
  it('S2-009: gives way to one that the trade of the service has', () => {
    const form = emptyOffer('hourly', '2000');
    expect(offeredAs(form, ['fixed', 'hourly']).terms.kind).toBe('hourly');
    expect(offeredAs(form, ['milestones', 'fixed']).terms.kind).toBe('fixed');
    expect(offeredAs(form, []).terms.kind).toBe('hourly');
  });
});
