// Where one answers. What is typed stays until it is sent: through a refusal, a reload, another page.
import { Button, Textarea } from '@mantine/core';
import { IconRefresh, IconSend } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DOCUMENTS } from '@/api/files';
import { useApiForm } from '@/api/useApiForm';
import { useDraft } from '@/app/drafts';
import { FileButton } from '@/ui/FileButton';
import { FileDrop } from '@/ui/FileDrop';
import { FormProblem } from '@/ui/Form';
import { Attached } from './Attached';
import classes from './Composer.module.css';
import { ContactWarning } from './ContactWarning';
import { nameOf } from './Face';
import { useTalk, type Conversation, type Entry } from './queries';
import { useAttachments } from './useAttachments';

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
  attachments: string[];
  /** Which message this is: the same words may be said twice on purpose. */
  turn: number;
}

function Writing({ conversation, onSent }: ComposerProps) {
  const { t } = useTranslation('conversations');
  const draft = useDraft(conversation.id);
  const { write } = useTalk();
  const form = useApiForm<Words, Entry>({
    initialValues: { text: draft.initial, attachments: draft.files.map(({ id }) => id), turn: 1 },
    validate: ({ text, attachments }) => {
      if (files.pending) return { text: t('composer.waiting') };
      return text.trim() || attachments.length > 0 ? {} : { text: t('composer.missing') };
    },
    send: ({ text, attachments }, key) => write(conversation.id, { text, attachments }, key),
    onDone: (_, { turn }) => {
      draft.keep('');
      files.clear();
      form.form.setValues({ text: '', attachments: [], turn: turn + 1 });
      onSent();
    },
  });
  const files = useAttachments({
    initial: draft.files,
    onChange: (sent) => {
      form.form.setFieldValue(
        'attachments',
        sent.map(({ id }) => id),
      );
      draft.keepFiles(sent);
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
      <FileDrop onFiles={files.add} disabled={form.pending}>
        <Attached uploads={files} errors={form.form.errors} />
        <div className={classes.line}>
          <FileButton
            compact
            label={t('composer.attach')}
            accept={DOCUMENTS}
            disabled={form.pending}
            onFiles={files.add}
          />
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
      </FileDrop>
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
