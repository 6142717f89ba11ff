// What a service or a provider's work looks like, while it is put together: the first photo stands for the others.
import type { FormErrors } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { PICTURES } from '@/api/files';
import { FileButton } from '@/ui/FileButton';
import { FileDrop } from '@/ui/FileDrop';
import { Fieldset } from '@/ui/Form';
import lists from '@/ui/ListFields.module.css';
import { MoveButtons } from '@/ui/MoveButtons';
import { RemoveButton } from '@/ui/RemoveButton';
import { StatusBadge } from '@/ui/StatusBadge';
import { UploadList } from '@/ui/UploadList';
import { PhotoFields, type PhotoForm } from './PhotoFields';
import { usePhotoUploads } from './usePhotoUploads';

interface PhotosFieldsProps {
  /** What useApiForm returns fits, when its values have photos. */
  form: {
    form: {
      getValues: () => { photos: PhotoForm[] };
      errors: FormErrors;
      insertListItem: (path: 'photos', photo: PhotoForm) => void;
      removeListItem: (path: 'photos', index: number) => void;
      reorderListItem: (path: 'photos', places: { from: number; to: number }) => void;
    };
    field: (path: string) => object;
  };
  most: number;
  hint: string;
  /** How many of them others see; all, unless it is told. */
  shown?: number;
}

export function PhotosFields({ form, most, hint, shown = Infinity }: PhotosFieldsProps) {
  const { t } = useTranslation('app');
  const { photos } = form.form.getValues();
  const uploads = usePhotoUploads({
    most,
    present: photos.length,
    onSent: (file) => form.form.insertListItem('photos', { file, alt: '' }),
  });
  const error = form.form.errors.photos;
  return (
    <Fieldset legend={t('photos.legend')} hint={hint}>
      <FileDrop onFiles={uploads.add}>
        <ol className={lists.list}>
          {photos.map(({ file }, index) => (
            <Photo key={file} form={form} index={index} hidden={index >= shown} />
          ))}
        </ol>
        <UploadList items={uploads.items} onRemove={uploads.remove} />
        {error && <p className={lists.error}>{error}</p>}
        {photos.length < most && (
          <div className={lists.add}>
            <FileButton label={t('photos.add')} accept={PICTURES} onFiles={uploads.add} />
          </div>
        )}
      </FileDrop>
    </Fieldset>
  );
}

interface PhotoProps extends Pick<PhotosFieldsProps, 'form'> {
  index: number;
  hidden: boolean;
}

function Photo({ form: { form, field }, index, hidden }: PhotoProps) {
  const { t } = useTranslation('app');
  const { photos } = form.getValues();
  const number = index + 1;
  const path = `photos.${index}.`;
  return (
    <li className={lists.item} aria-label={t('photos.photo', { number })}>
      <PhotoFields
        file={photos[index]?.file ?? ''}
        label={t('photos.alt', { number })}
        placeholder={index === 0 ? t('photos.altHint') : undefined}
        field={field(`${path}alt`)}
        error={form.errors[`${path}file`]}
      >
        <MoveButtons
          index={index}
          count={photos.length}
          up={t('photos.up', { number })}
          down={t('photos.down', { number })}
          onMove={(to) => form.reorderListItem('photos', { from: index, to })}
        />
        <RemoveButton
          label={t('photos.remove', { number })}
          onClick={() => form.removeListItem('photos', index)}
        />
        {hidden && <StatusBadge>{t('photos.hidden')}</StatusBadge>}
      </PhotoFields>
    </li>
  );
}
