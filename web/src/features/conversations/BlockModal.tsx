// « Bloquer ce client »: what that closes is read first, and it is that which is confirmed (S5-030, S5-032).
import { Alert, Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { Money } from '@/ui/values';
import { ClosingList } from './ClosingList';
import { nameOf } from './Face';
import classes from './ManageTags.module.css';
import type { Conversation } from './queries';
import { closingQuery, useSorting, type Closing } from './sorting';

interface BlockModalProps {
  conversation: Conversation;
  opened: boolean;
  onClose: () => void;
}

export function BlockModal({ conversation, opened, onClose }: BlockModalProps) {
  const { t } = useTranslation('conversations');
  const { t: ui } = useTranslation('ui');
  const closing = useQuery({ ...closingQuery(conversation.id), enabled: opened });
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { block } = useSorting(conversation);
  const name = nameOf(conversation);

  async function confirm(preview: string) {
    setPending(true);
    setRefusal(null);
    try {
      await block(preview);
      toast.done(t('block.done', { name }));
      onClose();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : ui('error.server'));
      if (error instanceof Problem && error.code === 'preview_outdated') await closing.refetch();
    } finally {
      setPending(false);
    }
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('block.title', { name })}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <QueryState query={closing}>
        {(found) => (
          <div className={classes.manage}>
            <p>{t('block.lead', { name })}</p>
            <Consequences closing={found} />
            {refusal && (
              <Alert role="alert" color="red" variant="light">
                {refusal}
              </Alert>
            )}
            <span className={classes.buttons}>
              <Button variant="default" onClick={onClose} disabled={pending}>
                {ui('cancel')}
              </Button>
              <Button color="red" loading={pending} onClick={() => void confirm(found.preview)}>
                {t('more.block')}
              </Button>
            </span>
          </div>
        )}
      </QueryState>
    </Modal>
  );
}

const FATES = ['withdrawn', 'declined', 'stays'] as const;
const SUMS = [
  ...FATES,
  'quote_requests',
  'custom_offers',
  'orders',
  'deposits',
  'escalated',
] as const;

function Consequences({ closing }: { closing: Closing }) {
  const { t } = useTranslation('conversations');
  const some = SUMS.filter((sum) => closing[sum].count > 0);
  const named = FATES.filter((fate) => closing[fate].count > 0);
  if (some.length === 0) return <p>{t('block.nothing')}</p>;
  return (
    <>
      <ul className={classes.sums}>
        {some.map((sum) => (
          <li key={sum}>
            {t(`block.${sum}`, { count: closing[sum].count })}{' '}
            <Money value={closing[sum].gross} cents="auto" /> {t('news.gross')}
          </li>
        ))}
      </ul>
      {named.map((fate) => (
        <ClosingList
          key={fate}
          label={t(`block.list.${fate}`)}
          items={closing.items.filter((item) => item.fate === fate)}
        />
      ))}
      <p>{t('block.final')}</p>
    </>
  );
}
