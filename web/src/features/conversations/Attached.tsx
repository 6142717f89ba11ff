// The files beside a message that is written, and what the API said against one of them.
import type { ReactNode } from 'react';
import type { Uploads } from '@/api/useUploads';
import { UploadList } from '@/ui/UploadList';
import classes from './Attachments.module.css';

interface AttachedProps {
  uploads: Uploads;
  /** Of the form, by path. */
  errors: Record<string, ReactNode>;
}

export function Attached({ uploads, errors }: AttachedProps) {
  const wrong = Object.entries(errors).find(([path]) => path.startsWith('attachments'))?.[1];
  return (
    <>
      <UploadList items={uploads.items} onRemove={uploads.remove} />
      {wrong && (
        <p className={classes.wrong} role="alert">
          {wrong}
        </p>
      )}
    </>
  );
}
