// « Mission terminée » (S1-049): the client ends a lot that the two settle between them, from its page or its order. The
// review is asked for at once (S1-090).
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { urls } from '@/lib/urls';
import { AskingButton } from '@/ui/AskingButton';
import { useGo } from './url-state';

/** What shows the mission: its lot with its tender and offer, its order, and the thread that tells of it. */
const ABOUT = ['offers', 'lots', 'tenders', 'orders', 'conversations', 'todo'];

interface CompleteMissionProps {
  tender: string;
  lot: string;
  /** Of the provider. */
  name: string;
}

export function CompleteMission({ tender, lot, name }: CompleteMissionProps) {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const go = useGo();
  async function complete() {
    try {
      await unwrap(api.POST('/v1/lots/{id}/complete', { params: { path: { id: lot } }, body: {} }));
    } finally {
      await client.invalidateQueries({
        predicate: ({ queryKey }) => ABOUT.includes(String(queryKey[0])),
      });
    }
    go(urls.lotReview(tender, lot));
  }
  return (
    <AskingButton
      primary
      label={t('complete.button')}
      title={t('complete.title', { name })}
      confirmLabel={t('complete.button')}
      consequences={[t('complete.final'), t('complete.review')]}
      onConfirm={complete}
      done={t('complete.done')}
    />
  );
}
