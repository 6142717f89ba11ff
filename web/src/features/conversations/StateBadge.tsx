// Where a conversation stands, when that is not « open ».
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '@/ui/StatusBadge';
import type { Conversation } from './queries';

export function StateBadge({ conversation: { state } }: { conversation: Conversation }) {
  const { t } = useTranslation('conversations');
  if (state === 'blocked') return <StatusBadge tone="negative">{t('state.blocked')}</StatusBadge>;
  if (state === 'declined') return <StatusBadge tone="caution">{t('state.declined')}</StatusBadge>;
  return null;
}
