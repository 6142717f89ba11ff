// What a service looks like, while it is put together: the first photo stands for it in lists.
import { ActionIcon, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PICTURES, smallPictureOf } from '@/api/files';
import type { ApiForm } from '@/api/useApiForm';
import { useUploads } from '@/api/useUploads';
import { useSettings } from '@/app/reference';
import { FileButton } from '@/ui/FileButton';
import { FileDrop } from '@/ui/FileDrop';
import { Fieldset } from '@/ui/Form';
import { UploadList } from '@/ui/UploadList';
import type { ServiceForm } from './form';
import lists from './ListFields.module.css';
import classes from './PhotosFields.module.css';
import { RemoveButton } from './RemoveButton';

export function PhotosFields({ form }: { form: ApiForm<ServiceForm> }) {
  const { t } = useTranslation('services');
  const { photos } = form.form.getValues();
  const most = useSettings().data?.photos_max ?? 8;
  const uploads = usePhotos(form, most);
  const error = form.form.errors.photos;
  return (
    <Fieldset legend={t('form.photos')} hint={t('form.photosHint', { count: most })}>
      <FileDrop onFiles={uploads.add}>
        <ol className={lists.list}>
          {photos.map(({ file }, index) => (
            <PhotoFields key={file} form={form} index={index} count={photos.length} />
          ))}
        </ol>
        <UploadList items={uploads.items} onRemove={uploads.remove} />
        {error && <p className={lists.error}>{error}</p>}
        {photos.length < most && (
          <div className={classes.add}>
            <FileButton label={t('form.addPhoto')} accept={PICTURES} onFiles={uploads.add} />
          </div>
        )}
      </FileDrop>
    </Fieldset>
  );
}

function usePhotos(form: ApiForm<ServiceForm>, most: number) {
  const { t } = useTranslation('ui');
  return useUploads({
    most: most - form.form.getValues().photos.length,
    words: {
      tooLarge: t('files.tooLarge'),
      tooMany: t('files.tooMany', { count: most }),
      network: t('error.network'),
    },
    onSent: ({ id }) => form.form.insertListItem('photos', { file: id, alt: '' }),
  });
}

interface PhotoFieldsProps {
  form: ApiForm<ServiceForm>;
  index: number;
  count: number;
}

function PhotoFields({ form, index, count }: PhotoFieldsProps) {
  const { t } = useTranslation('services');
  const number = index + 1;
  const path = `photos.${index}.`;
  const { file } = form.form.getValues().photos[index] ?? { file: '' };
  const wrong = form.form.errors[`${path}file`];
  return (
    <li className={classes.photo} aria-label={t('form.photo', { number })}>
      <img className={classes.picture} src={smallPictureOf(file)} alt="" />
      <div className={classes.fields}>
        <TextInput
          label={t('form.photoAlt', { number })}
          placeholder={index === 0 ? t('form.photoAltHint') : undefined}
          maxLength={160}
          {...form.field(`${path}alt`)}
        />
        {wrong && <p className={lists.error}>{wrong}</p>}
        <div className={classes.acts}>
          <Move form={form} index={index} by={-1} count={count} />
          <Move form={form} index={index} by={1} count={count} />
          <RemoveButton
            label={t('form.removePhoto', { number })}
            onClick={() => form.form.removeListItem('photos', index)}
          />
        </div>
      </div>
    </li>
  );
}

function Move({ form, index, by, count }: PhotoFieldsProps & { by: 1 | -1 }) {
  const { t } = useTranslation('services');
  const to = index + by;
  const Icon = by < 0 ? IconArrowUp : IconArrowDown;
  return (
    <ActionIcon
      className={classes.move}
      variant="subtle"
      color="gray"
      aria-label={t(by < 0 ? 'form.photoUp' : 'form.photoDown', { number: index + 1 })}
      disabled={to < 0 || to >= count}
      onClick={() => form.form.reorderListItem('photos', { from: index, to })}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}
