// Throwing a draft away, after asking.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ConfirmModal } from '@/ui/ConfirmModal';
import { toast } from '@/ui/toast';
import { useTenderChanges, type Tender } from './queries';

export function DiscardDraft({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  const [asking, setAsking] = useState(false);
  const { discard } = useTenderChanges();
  const go = useGo();
  return (
    <div>
      <Button variant="subtle" color="red" size="compact-md" onClick={() => setAsking(true)}>
        {t('draft.delete')}
      </Button>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('draft.deleteTitle')}
        consequences={[t('draft.deleteText')]}
        confirmLabel={t('draft.delete')}
        danger
        onConfirm={async () => {
          go(urls.events(), { replace: true });
          await discard(tender);
          toast.done(t('draft.deleteNews'));
        }}
      />
    </div>
  );
}
