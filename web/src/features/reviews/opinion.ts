// The form of a review: what must be said, and the day that is likely meant.
import type { OpinionInput } from './queries';

/** As the API wants it: a comment says something. */
export const SHORTEST_COMMENT = 20;

export const PARTS = ['exchanges', 'relationship', 'punctuality', 'quality'] as const;

export interface OpinionForm extends Record<string, unknown> {
  rating: number;
  exchanges: number;
  relationship: number;
  punctuality: number;
  quality: number;
  comment: string;
  experienced_on: string | null;
}

/** The event's day when it lies between the confirmation and today; today otherwise. */
export function likelyDay(eventDay: string | null | undefined, startedOn: string, today: string) {
  return eventDay && eventDay >= startedOn && eventDay <= today ? eventDay : today;
}

export const emptyOpinion = (day: string): OpinionForm => ({
  rating: 0,
  exchanges: 0,
  relationship: 0,
  punctuality: 0,
  quality: 0,
  comment: '',
  experienced_on: day,
});

/** No star is no note: the sub-notes are optional. */
export function inputOf(form: OpinionForm): OpinionInput {
  const note = (stars: number) => (stars > 0 ? stars : null);
  return {
    rating: form.rating,
    exchanges: note(form.exchanges),
    relationship: note(form.relationship),
    punctuality: note(form.punctuality),
    quality: note(form.quality),
    comment: form.comment,
    experienced_on: form.experienced_on ?? '',
  };
}

export type Lacking = 'rating' | 'comment' | 'experienced_on';

export function lackingIn(form: OpinionForm): Lacking[] {
  const lacking: Lacking[] = [];
  if (form.rating < 1) lacking.push('rating');
  if (form.comment.trim().length < SHORTEST_COMMENT) lacking.push('comment');
  if (!form.experienced_on) lacking.push('experienced_on');
  return lacking;
}
