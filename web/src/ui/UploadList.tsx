// Files beside a form while they are sent: what each is called, how far it is, why it was refused.
import { ActionIcon, Progress } from '@mantine/core';
import { IconAlertCircle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '@/lib/bytes';
import { FileIcon } from './FileIcon';
import classes from './UploadList.module.css';
import { useLocale } from './values';

export interface ShownUpload {
  key: string;
  name: string;
  bytes: number;
  done: number;
  sent?: { media_type: string };
  refusal?: string;
}

interface UploadListProps {
  items: readonly ShownUpload[];
  onRemove: (key: string) => void;
}

export function UploadList({ items, onRemove }: UploadListProps) {
  const { t } = useTranslation('ui');
  if (items.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('files.list')}>
      {items.map((item) => (
        <Item key={item.key} item={item} onRemove={() => onRemove(item.key)} />
      ))}
    </ul>
  );
}

function Item({ item, onRemove }: { item: ShownUpload; onRemove: () => void }) {
  const { t } = useTranslation('ui');
  const { name, sent, refusal } = item;
  const waiting = !sent && !refusal;
  return (
    <li className={classes.item} data-refused={refusal ? '' : undefined}>
      {refusal ? (
        <IconAlertCircle className={classes.icon} size={20} stroke={1.75} aria-hidden />
      ) : (
        <FileIcon className={classes.icon} media={sent?.media_type ?? ''} />
      )}
      <div className={classes.words}>
        <p className={classes.name}>{name}</p>
        <State item={item} />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t(waiting ? 'files.stop' : 'files.remove', { name })}
        onClick={onRemove}
      >
        <IconX size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </li>
  );
}

function State({ item: { name, bytes, done, sent, refusal } }: { item: ShownUpload }) {
  const { t } = useTranslation('ui');
  const locale = useLocale();
  if (refusal) {
    return (
      <p className={classes.refusal} role="alert">
        {refusal}
      </p>
    );
  }
  if (sent) return <p className={classes.size}>{formatBytes(bytes, locale)}</p>;
  return (
    <Progress
      className={classes.progress}
      size="xs"
      value={Math.round(done * 100)}
      aria-label={t('files.sending', { name })}
    />
  );
}
