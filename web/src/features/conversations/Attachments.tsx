// The files of a message: pictures are drawn, the others are named with their size.
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureOf, saveFile, smallPictureOf } from '@/api/files';
import { useRenewal } from '@/api/useRenewal';
import { formatBytes } from '@/lib/bytes';
import { FileIcon } from '@/ui/FileIcon';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';
import classes from './Attachments.module.css';
import type { Entry } from './queries';

type Attachment = Entry['attachments'][number];

export function Attachments({ files }: { files: Attachment[] }) {
  const { t } = useTranslation('conversations');
  if (files.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('thread.files')}>
      {files.map((file) => (
        <li key={file.id}>{file.picture ? <Picture file={file} /> : <Document file={file} />}</li>
      ))}
    </ul>
  );
}

function Picture({ file: { id, name, picture } }: { file: Attachment }) {
  const { t } = useTranslation('conversations');
  const { key, onError } = useRenewal();
  return (
    <a
      className={classes.picture}
      href={pictureOf(id)}
      target="_blank"
      rel="noreferrer"
      aria-label={t('thread.openPicture', { name })}
    >
      <img
        key={key}
        src={smallPictureOf(id)}
        alt=""
        width={picture?.width}
        height={picture?.height}
        loading="lazy"
        onError={onError}
      />
    </a>
  );
}

function Document({ file }: { file: Attachment }) {
  const { t } = useTranslation('conversations');
  const locale = useLocale();
  const size = formatBytes(file.size_bytes, locale);
  return (
    <a
      className={classes.document}
      href={file.content}
      download={file.name}
      onClick={(event) => void save(event, file)}
    >
      <FileIcon className={classes.icon} media={file.media_type} />
      <span className="visually-hidden">{t('thread.download')} </span>
      <span className={classes.name}>{file.name}</span> <span className={classes.size}>{size}</span>
    </a>
  );
}

async function save(event: MouseEvent, { id }: Attachment) {
  event.preventDefault();
  try {
    await saveFile(id);
  } catch (error) {
    toast.refused(error);
  }
}
