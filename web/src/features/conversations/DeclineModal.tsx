// « Je ne peux pas prendre cette demande »: a word to the client and, where the client waits for an answer about
// a mission, that mission too (S5-016, S5-018, S5-019).
import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { FormProblem, useOptionalLabel } from '@/ui/Form';
import { QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { ClosingList } from './ClosingList';
import { nameOf } from './Face';
import classes from './ManageTags.module.css';
import type { Conversation } from './queries';
import { closingQuery, useSorting, type Closing } from './sorting';

interface DeclineModalProps {
  conversation: Conversation;
  opened: boolean;
  onClose: () => void;
}

export function DeclineModal({ conversation, opened, onClose }: DeclineModalProps) {
  const { t } = useTranslation('conversations');
  const { t: ui } = useTranslation('ui');
  const closing = useQuery({ ...closingQuery(conversation.id), enabled: opened });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('decline.title', { name: nameOf(conversation) })}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <QueryState query={closing}>
        {(found) => (
          <Declining
            key={found.preview}
            conversation={conversation}
            closing={found}
            onClose={onClose}
          />
        )}
      </QueryState>
    </Modal>
  );
}

interface DecliningProps {
  conversation: Conversation;
  closing: Closing;
  onClose: () => void;
}

interface Words extends Record<string, unknown> {
  message: string;
  understood: boolean;
}

function Declining({ conversation, closing, onClose }: DecliningProps) {
  const { t } = useTranslation('conversations');
  const { t: ui } = useTranslation('ui');
  const optional = useOptionalLabel();
  const { decline } = useSorting(conversation);
  const waiting = closing.items.filter(({ fate }) => fate === 'declined');
  const stays = closing.items.filter(({ fate }) => fate === 'stays');
  const form = useApiForm<Words, unknown>({
    initialValues: { message: '', understood: false },
    validate: ({ understood }) =>
      waiting.length > 0 && !understood ? { understood: t('decline.tick') } : {},
    send: ({ message }) => decline({ message, missions: waiting.map(({ offer }) => offer) }),
    onDone: () => {
      toast.done(t('decline.done', { name: nameOf(conversation) }));
      onClose();
    },
  });
  return (
    <form className={classes.manage} onSubmit={form.submit} noValidate>
      <FormProblem problem={form.problem} errorCount={form.errorCount} />
      <p>{t('decline.lead')}</p>
      <Textarea
        {...form.field('message')}
        label={optional(t('decline.message'))}
        autosize
        minRows={3}
        maxLength={4000}
      />
      {waiting.length > 0 && (
        <>
          <ClosingList label={t('decline.waiting')} items={waiting} />
          <Checkbox
            {...form.form.getInputProps('understood', { type: 'checkbox' })}
            label={t('decline.withThem', { count: waiting.length })}
          />
        </>
      )}
      <ClosingList label={t('decline.stays')} items={stays} />
      <span className={classes.buttons}>
        <Button variant="default" onClick={onClose} disabled={form.pending}>
          {ui('cancel')}
        </Button>
        <Button type="submit" loading={form.pending}>
          {t('more.decline')}
        </Button>
      </span>
    </form>
  );
}
