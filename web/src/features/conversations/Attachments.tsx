// The files of a message: pictures are drawn, the others are named with their size.
import { useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { pictureOf, smallPictureOf } from '@/api/files';
import { renewSession } from '@/api/session';
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

/** A session that has run out is renewed once: what a page draws by itself does not do so. */
function Picture({ file: { id, name, picture } }: { file: Attachment }) {
  const { t } = useTranslation('conversations');
  const [turn, setTurn] = useState(0);
  const again = async () => {
    if (turn === 0 && (await renewSession())) setTurn(1);
  };
  return (
    <a
      className={classes.picture}
      href={pictureOf(id)}
      target="_blank"
      rel="noreferrer"
      aria-label={t('thread.openPicture', { name })}
    >
      <img
        key={turn}
        src={smallPictureOf(id)}
        alt=""
        width={picture?.width}
        height={picture?.height}
        loading="lazy"
        onError={() => void again()}
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

/** Asked for by the API's own way first, which renews the session and says why it is gone. */
async function save(event: MouseEvent, { id, content }: Attachment) {
  event.preventDefault();
  try {
    await unwrap(api.GET('/v1/files/{id}', { params: { path: { id } } }));
    window.location.assign(content);
  } catch (error) {
    toast.refused(error);
  }
}
