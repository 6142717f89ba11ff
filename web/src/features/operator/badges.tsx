// Where accounts, organizations and requests stand, as words with a mark.
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/lib/dates';
import { StatusBadge, type Tone } from '@/ui/StatusBadge';
import { useLocale, useNow } from '@/ui/values';
import {
  ACCOUNT_TONES,
  ORGANIZATION_TONES,
  type AccountState,
  type OrganizationState,
} from './words';

export function AccountBadge({ state }: { state: string }) {
  const { t } = useTranslation('operator');
  const known = state as AccountState;
  return <StatusBadge tone={ACCOUNT_TONES[known]}>{t(`accountStates.${known}`)}</StatusBadge>;
}

export function OrganizationBadge({ state }: { state: string }) {
  const { t } = useTranslation('operator');
  const known = state as OrganizationState;
  return (
    <StatusBadge tone={ORGANIZATION_TONES[known]}>{t(`organizationStates.${known}`)}</StatusBadge>
  );
}

const WEEK_MILLISECONDS = 7 * 86_400_000;

function urgency(left: number): Tone {
  if (left < 0) return 'negative';
  return left < WEEK_MILLISECONDS ? 'caution' : 'waiting';
}

/** Until when a deletion is to be carried out: its mark changes in the last week, and after it. */
export function DueBadge({ due }: { due: string }) {
  const { t } = useTranslation('operator');
  const locale = useLocale();
  const left = Date.parse(due) - useNow();
  const date = formatDate(due, locale, 'short');
  return (
    <StatusBadge tone={urgency(left)}>
      {t(left < 0 ? 'deletions.overdue' : 'deletions.due', { date })}
    </StatusBadge>
  );
}
