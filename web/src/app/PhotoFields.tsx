// One photo of a form: what it looks like, and what it shows, for who does not see it.
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { smallPictureOf } from '@/api/files';
import lists from '@/ui/ListFields.module.css';
import classes from './PhotoFields.module.css';

/** A photo as a form holds it. */
export interface PhotoForm {
  file: string;
  alt: string;
}

interface PhotoFieldsProps {
  file: string;
  label: string;
  placeholder?: string | undefined;
  /** What its input spreads. */
  field: object;
  /** Why the photo itself was refused. */
  error: ReactNode;
  /** What may be done with it. */
  children: ReactNode;
}

export function PhotoFields(props: PhotoFieldsProps) {
  const { file, label, placeholder, field, error, children } = props;
  return (
    <div className={classes.photo}>
      <img className="picture" src={smallPictureOf(file)} alt="" />
      <div className={classes.fields}>
        <TextInput label={label} placeholder={placeholder} maxLength={160} {...field} />
        {error && <p className={lists.error}>{error}</p>}
        <div className={lists.acts}>{children}</div>
      </div>
    </div>
  );
}
