// The files of a delivery: what can be looked at is drawn in place, page by page; of what is sealed stand its name, its
// size and its fingerprint; what is open is saved.
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '@/api/files';
import { useRenewal } from '@/api/useRenewal';
import { formatBytes } from '@/lib/bytes';
import { FileIcon } from '@/ui/FileIcon';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';
import classes from './DeliveredFiles.module.css';
import type { DeliveredFile } from './queries';

export function DeliveredFiles({ files }: { files: DeliveredFile[] }) {
  const { t } = useTranslation('orders');
  return (
    <ul className={classes.files} aria-label={t('file.list')}>
      {files.map((file) => (
        <li key={file.id} className={classes.file}>
          <Sheet file={file} />
          {file.preview && <Preview file={file} />}
        </li>
      ))}
    </ul>
  );
}

function Sheet({ file }: { file: DeliveredFile }) {
  const { t } = useTranslation('orders');
  const locale = useLocale();
  const { id, name, content } = file;
  const save = () => saveFile(id).catch((error: unknown) => toast.refused(error));
  return (
    <div className={classes.sheet}>
      {content || file.preview ? (
        <FileIcon className={classes.icon} media={file.media_type} />
      ) : (
        <IconLock className={classes.icon} size={20} stroke={1.75} aria-hidden />
      )}
      <div className={classes.words}>
        <p className={classes.name}>{name}</p>
        <p className={classes.size}>
          {formatBytes(file.size_bytes, locale)}
          {!content && !file.preview && `, ${t('file.sealed')}`}
        </p>
        <details className={classes.print}>
          <summary>{t('file.print')}</summary>
          <p>{t('file.printText')}</p>
          <code>{file.sha256}</code>
        </details>
      </div>
      {content && (
        <Button
          variant="default"
          size="sm"
          className={classes.save}
          aria-label={t('file.saveNamed', { name })}
          leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}
          onClick={() => void save()}
        >
          {t('file.save')}
        </Button>
      )}
    </div>
  );
}

function Preview({ file: { name, preview } }: { file: DeliveredFile }) {
  const { t } = useTranslation('orders');
  const [shown, setShown] = useState(1);
  const pages = preview?.pages ?? [];
  const count = pages.length;
  const page = Math.min(shown, count);
  const path = pages[page - 1];
  if (!path) return <p className={classes.drawing}>{t('file.drawing')}</p>;
  return (
    <figure className={classes.preview}>
      <Page key={path} path={path} label={t('file.open', { name, page, count })} />
      {count > 1 && (
        <figcaption className={classes.pages}>
          <ActionIcon
            variant="default"
            size={44}
            aria-label={t('file.before', { name })}
            disabled={page === 1}
            onClick={() => setShown(page - 1)}
          >
            <IconChevronLeft size={20} stroke={1.75} aria-hidden />
          </ActionIcon>
          <span aria-live="polite">{t('file.page', { page, count })}</span>
          <ActionIcon
            variant="default"
            size={44}
            aria-label={t('file.after', { name })}
            disabled={page === count}
            onClick={() => setShown(page + 1)}
          >
            <IconChevronRight size={20} stroke={1.75} aria-hidden />
          </ActionIcon>
        </figcaption>
      )}
    </figure>
  );
}

function Page({ path, label }: { path: string; label: string }) {
  const { key, onError } = useRenewal();
  return (
    <a className={classes.page} href={path} target="_blank" rel="noreferrer" aria-label={label}>
      <img key={key} src={path} alt="" loading="lazy" onError={onError} />
    </a>
  );
}
