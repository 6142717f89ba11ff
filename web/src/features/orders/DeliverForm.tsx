// « Livrer »: the words and the files that are handed over. What was prepared stays until it is delivered, through a
// closed window and a reload.
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useUploads } from '@/api/useUploads';
import { useDraft } from '@/app/drafts';
import { useSides } from '@/app/sides';
import { formatDuration } from '@/lib/durations';
import { ActModal } from '@/ui/ActModal';
import { FileButton } from '@/ui/FileButton';
import { FileDrop } from '@/ui/FileDrop';
import { Form, useOptionalLabel } from '@/ui/Form';
import { toast } from '@/ui/toast';
import { UploadList } from '@/ui/UploadList';
import { Money, useLocale } from '@/ui/values';
import classes from './DeliverForm.module.css';
import { useMilestoneName, wordsOf } from './parts';
import { useOrderChanges, type Milestone, type Order } from './queries';
import { isSheet } from './standing';

/** As the API bounds them. */
const MOST_FILES = 20;

interface DeliverProps {
  order: Order;
  milestone: Milestone;
}

export function Deliver({ order, milestone }: DeliverProps) {
  const { t } = useTranslation('orders');
  const words = { context: wordsOf(order) };
  const part = useMilestoneName(order)(milestone);
  const title = t('deliver.title', { part, number: milestone.number, ...words });
  return (
    <ActModal variant="filled" label={t('deliver.button', words)} title={title}>
      {(close) => <DeliverForm order={order} milestone={milestone} onDone={close} />}
    </ActModal>
  );
}

interface Parcel extends Record<string, unknown> {
  message: string;
  files: string[];
}

function DeliverForm({ order, milestone, onDone }: DeliverProps & { onDone: () => void }) {
  const { t } = useTranslation('orders');
  const optional = useOptionalLabel();
  const words = { context: wordsOf(order) };
  const byTheHour = isSheet(milestone);
  const { other: name } = useSides(order);
  const { deliver } = useOrderChanges();
  const draft = useDraft(order.id);
  const form = useApiForm<Parcel, Order>({
    initialValues: { message: draft.initial, files: draft.files.map(({ id }) => id) },
    validate: ({ message }) => {
      // The hours of a sheet speak for themselves.
      if (!message.trim() && !byTheHour) return { message: t('missing') };
      return uploads.pending ? { files: t('deliver.waiting') } : {};
    },
    send: (parcel, key) => deliver(order.id, parcel, key),
    onDone: () => {
      draft.keep('');
      draft.keepFiles([]);
      toast.done(t('deliver.done', { name, ...words }));
      onDone();
    },
  });
  const uploads = useDelivered(draft, (files) => form.form.setFieldValue('files', files));
  const field = form.field('message');
  const wrong = Object.entries(form.form.errors).find(([path]) => path.startsWith('files'))?.[1];
  return (
    <Form
      form={form}
      submitLabel={t('deliver.submit', words)}
      problemTitle={t('notDone')}
      note={t('deliver.note', { name, ...words })}
    >
      {byTheHour && <ComesTo sheet={milestone} />}
      <Textarea
        {...field}
        label={byTheHour ? optional(t('deliver.message', words)) : t('deliver.message')}
        description={t('deliver.hint', words)}
        autosize
        minRows={4}
        maxRows={16}
        maxLength={4000}
        onChange={(event) => {
          field.onChange(event);
          draft.keep(event.currentTarget.value);
        }}
      />
      <FileDrop onFiles={uploads.add} disabled={form.pending}>
        <fieldset className={classes.files}>
          <legend>{optional(t('deliver.files'))}</legend>
          <p className={classes.hint}>{t('deliver.filesHint', { name, ...words })}</p>
          <UploadList items={uploads.items} onRemove={uploads.remove} />
          {wrong && (
            <p className={classes.wrong} role="alert">
              {wrong}
            </p>
          )}
          <FileButton
            label={t('deliver.choose')}
            accept=""
            disabled={form.pending}
            onFiles={uploads.add}
          />
          {uploads.items.length > 0 && (
            <p className={classes.reminder}>{t('deliver.reminder', words)}</p>
          )}
        </fieldset>
      </FileDrop>
    </Form>
  );
}

/** What is sent: so many hours, at their price. */
function ComesTo({ sheet }: { sheet: Milestone }) {
  const { t } = useTranslation('orders');
  const duration = formatDuration(sheet.minutes ?? 0, useLocale());
  return (
    <p>
      {t('deliver.comesTo', { duration })} <Money value={sheet.gross} /> {t('gross')}.
    </p>
  );
}

/** The files that are prepared, and kept as such. */
function useDelivered(draft: ReturnType<typeof useDraft>, onChange: (ids: string[]) => void) {
  const { t } = useTranslation('ui');
  return useUploads({
    initial: draft.files,
    most: MOST_FILES,
    purpose: 'delivery',
    words: {
      tooLarge: t('files.tooLarge'),
      tooMany: t('files.tooMany', { count: MOST_FILES }),
      network: t('error.network'),
    },
    onChange: (sent) => {
      draft.keepFiles(sent);
      onChange(sent.map(({ id }) => id));
    },
  });
}
