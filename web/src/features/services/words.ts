// How a service's terms are told, and how where it stands looks.
import { useTranslation } from 'react-i18next';
import type { Tone } from '@/ui/StatusBadge';

interface Revised {
  revisions?: number | null;
  unlimited_revisions: boolean;
}

/** « 2 retouches », « retouches illimitées ». */
export function useRevisions(): (terms: Revised) => string {
  const { t } = useTranslation('services');
  return ({ revisions, unlimited_revisions }) =>
    unlimited_revisions ? t('page.unlimited') : t('page.revised', { count: revisions ?? 0 });
}

export const TONES: Record<string, Tone> = {
  draft: 'todo',
  published: 'positive',
  paused: 'caution',
};
