// Where one answers. What is typed stays until it is sent: through a refusal, a reload, another page.
import { Button, Textarea } from '@mantine/core';
import { IconRefresh, IconSend } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { FormProblem } from '@/ui/Form';
import classes from './Composer.module.css';
import { ContactWarning } from './ContactWarning';
import { useDraft } from './drafts';
import { nameOf } from './Face';
import { useTalk, type Conversation, type Entry } from './queries';

interface ComposerProps {
  conversation: Conversation;
  onSent: () => void;
}

export function Composer({ conversation, onSent }: ComposerProps) {
  const { t } = useTranslation('conversations');
  if (!conversation.actions.includes('write')) {
    return (
      <p className={classes.gone}>{t(whyNot(conversation), { name: nameOf(conversation) })}</p>
    );
  }
  return <Writing conversation={conversation} onSent={onSent} />;
}

/** Why nobody writes here: each side reads its own side of a block (S5-031). */
function whyNot({ state, counterpart_kind: other }: Conversation) {
  if (state !== 'blocked') return 'thread.gone';
  return other === 'client' ? 'thread.youBlocked' : 'thread.blocked';
}

interface Words extends Record<string, unknown> {
  text: string;
  /** Which message this is: the same words may be said twice on purpose. */
  turn: number;
}

function Writing({ conversation, onSent }: ComposerProps) {
  const { t } = useTranslation('conversations');
  const draft = useDraft(conversation.id);
  const { write } = useTalk();
  const form = useApiForm<Words, Entry>({
    initialValues: { text: draft.initial, turn: 1 },
    validate: ({ text }) => (text.trim() ? {} : { text: t('composer.missing') }),
    send: ({ text }, key) => write(conversation.id, text, key),
    onDone: (_, { turn }) => {
      draft.keep('');
      form.form.setValues({ text: '', turn: turn + 1 });
      onSent();
    },
  });
  const field = form.field('text');
  const Icon = form.problem ? IconRefresh : IconSend;
  return (
    <form className={classes.composer} onSubmit={form.submit} noValidate>
      <FormProblem
        title={t('composer.failed')}
        problem={form.problem}
        errorCount={form.errorCount}
      />
      <ContactWarning text={form.form.values.text} />
      <div className={classes.line}>
        <Textarea
          {...field}
          className={classes.field}
          data-answer=""
          aria-label={t('composer.label')}
          placeholder={t('composer.label')}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={4000}
          readOnly={form.pending}
          onKeyDown={sendByKeys}
          onChange={(event) => {
            field.onChange(event);
            draft.keep(event.currentTarget.value);
          }}
        />
        <Button
          type="submit"
          loading={form.pending}
          classNames={{ root: classes.button, label: classes.send }}
        >
          <span className={classes.word}>
            {t(form.problem ? 'composer.again' : 'composer.send')}
          </span>
          <Icon size={18} stroke={1.75} aria-hidden />
        </Button>
      </div>
      <p className={classes.keys}>{t('composer.keys', { key: KEY })}</p>
    </form>
  );
}

const KEY = /Mac|iP(hone|ad)/.test(navigator.platform) ? '⌘' : 'Ctrl';

function sendByKeys(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
