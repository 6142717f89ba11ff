import { describe, expect, it } from 'vitest';
import {
  emptyForm,
  formOfIdea,
  furthestStep,
  hasBrackets,
  inputOf,
  missingIn,
  newLot,
  stepOfField,
  stepToShow,
  suggestedTrades,
  withSample,
  zoneOf,
  type TenderForm,
} from './draft';

function wedding(): TenderForm {
  const form = emptyForm();
  Object.assign(form.event, {
    kind: 'wedding',
    title: 'Mariage à Rouen',
    day: '2027-06-12',
    town: 'Rouen',
    departement: '76',
    guests: 120,
    description: 'Une fête à la campagne.',
  });
  form.lots = [newLot('dj')];
  return form;
}

describe('the guided form', () => {
  it('S1-032: asks what providers need, step by step', () => {
    const form = emptyForm();
    expect(missingIn('what', form)).toEqual(['event.kind', 'event.title']);
    expect(missingIn('where', form)).toEqual(['event.day', 'event.town', 'event.departement']);
    expect(missingIn('who', form)).toEqual(['event.guests', 'event.description']);
    expect(missingIn('trades', form)).toEqual(['lots']);
    expect(missingIn('review', form)).toHaveLength(8);
    expect(missingIn('review', wedding())).toEqual([]);
  });

  it('takes a flexible day for a day, and wants the name of a known venue', () => {
    const form = wedding();
    form.event.day = null;
    form.event.day_flexible = true;
    form.event.venue_known = true;
    expect(missingIn('where', form)).toEqual(['event.venue']);
  });

  it('S1-031: wants a trade in each lot', () => {
    const form = wedding();
    form.lots.push(newLot());
    expect(missingIn('trades', form)).toEqual(['lots.1.trade']);
  });

  it('opens no step before those it builds on', () => {
    expect(furthestStep(emptyForm())).toBe(1);
    expect(stepToShow('5', emptyForm())).toBe(1);
    const form = wedding();
    expect(furthestStep(form)).toBe(5);
    expect(stepToShow('4', form)).toBe(4);
    expect(stepToShow('9', form)).toBe(5);
    for (const odd of [undefined, '0', '-1', 'deux', '1.5']) {
      expect(stepToShow(odd, form)).toBe(1);
    }
    form.event.town = ' ';
    expect(stepToShow('5', form)).toBe(2);
  });

  it('leads from a refused field to its step', () => {
    expect(['event.title', 'event.day', 'event.venue', 'event.guests'].map(stepOfField)).toEqual([
      1, 2, 2, 3,
    ]);
    expect(
      ['event.guest_ages', 'event.description', 'lots', 'lots.0.trade'].map(stepOfField),
    ).toEqual([3, 3, 4, 4]);
  });

  it('sends texts, a number of guests and the zone of the département', () => {
    const form = wedding();
    form.lots.push(newLot());
    form.event.venue = 'Manoir';
    const input = inputOf(form, 3);
    expect(input.event).toMatchObject({ guests: 120, venue: '', zone: 'Europe/Paris' });
    expect(input.lots).toEqual([{ id: undefined, trade: 'dj', quantity: '', wishes: '' }]);
    expect(input.draft_step).toBe(3);
    expect(inputOf(emptyForm()).event).toMatchObject({ day: '', departement: '', guests: null });
    expect(zoneOf('974')).toBe('Indian/Reunion');
  });

  it('S1-182: begins from an idea', () => {
    const form = formOfIdea('guinguette', { title: 'La guinguette', text: 'Au bord de l’eau.' });
    expect(form.event).toMatchObject({ kind: 'wedding', title: 'La guinguette' });
    expect(form.lots.map((lot) => lot.trade)).toContain('traiteur');
    expect(formOfIdea('inconnue', { title: '', text: '' })).toEqual(emptyForm());
  });

  it('suggests trades that are not asked for yet', () => {
    const suggested = suggestedTrades('wedding', [newLot('traiteur')]);
    expect(suggested).toContain('dj');
    expect(suggested).not.toContain('traiteur');
    expect(suggested.length).toBeLessThanOrEqual(8);
  });

  it('S1-033: inserts the sample text once, after what is written', () => {
    const sample = 'Bonjour, [80 adultes].';
    expect(withSample('', sample)).toBe(sample);
    expect(withSample('Déjà écrit. ', sample)).toBe(`Déjà écrit.\n\n${sample}`);
    expect(withSample(`Avant\n\n${sample}`, sample)).toBe(`Avant\n\n${sample}`);
    expect(hasBrackets(sample)).toBe(true);
    expect(hasBrackets('Bonjour, 80 adultes.')).toBe(false);
  });
});
