// The size of a banner and its picture. A picture that fits the other size chooses it.
import { useTranslation } from 'react-i18next';
import { pictureOf, PICTURES } from '@/api/files';
import { useUploads } from '@/api/useUploads';
import { FileButton } from '@/ui/FileButton';
import { FileDrop } from '@/ui/FileDrop';
import { Fieldset } from '@/ui/Form';
import lists from '@/ui/ListFields.module.css';
import { RadioCards } from '@/ui/RadioCards';
import { UploadList } from '@/ui/UploadList';
import type { FieldsProps } from './CampaignFields';
import classes from './campaigns.module.css';
import { sizeOf, type Size } from './form';

export function BannerFields({ form: { form, field }, choices }: FieldsProps) {
  const { t } = useTranslation('campaigns');
  const { t: ui } = useTranslation('ui');
  const { banner, size } = form.getValues();
  const uploads = useUploads({
    most: 1,
    purpose: 'banner',
    words: {
      tooLarge: ui('files.tooLarge'),
      tooMany: ui('files.tooMany', { count: 1 }),
      network: ui('error.network'),
    },
    onSent: ({ id, picture }) => {
      form.setFieldValue('banner', id);
      form.clearFieldError('banner');
      const fitting = sizeOf(choices, picture);
      if (fitting) form.setFieldValue('size', fitting);
    },
  });
  const error = form.errors.banner;
  const extent = choices.sizes.find((one) => one.size === size);
  return (
    <Fieldset legend={t('form.banner')} hint={t('form.bannerHint')}>
      <RadioCards
        label={t('form.size')}
        choices={choices.sizes.map(({ size: value, width, height }) => ({
          value,
          label: t(`size.${value as Size}`),
          description: t('pixels', { width, height }),
        }))}
        {...field('size')}
      />
      <FileDrop onFiles={uploads.add}>
        <div className={classes.upload}>
          {banner && (
            <img
              className={classes.preview}
              src={pictureOf(banner)}
              alt={t('form.preview')}
              width={extent?.width}
              height={extent?.height}
            />
          )}
          <UploadList items={uploads.items} onRemove={uploads.remove} />
          {error && (
            <p className={lists.error} role="alert">
              {error}
            </p>
          )}
          <div className={lists.add}>
            <FileButton
              single
              label={t(banner ? 'form.replace' : 'form.choose')}
              accept={PICTURES}
              onFiles={uploads.add}
            />
          </div>
        </div>
      </FileDrop>
    </Fieldset>
  );
}
