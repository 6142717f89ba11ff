// Missions of before, while they are told: the most telling first, each with a photo if it has one.
import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PICTURES } from '@/api/files';
import type { ApiForm } from '@/api/useApiForm';
import { PhotoFields } from '@/app/PhotoFields';
import { usePhotoUploads } from '@/app/usePhotoUploads';
import { FileButton } from '@/ui/FileButton';
import { FileDrop } from '@/ui/FileDrop';
import { Fieldset, useOptionalLabel } from '@/ui/Form';
import lists from '@/ui/ListFields.module.css';
import { MoveButtons } from '@/ui/MoveButtons';
import { RemoveButton } from '@/ui/RemoveButton';
import { UploadList } from '@/ui/UploadList';
import classes from './PortfolioFields.module.css';
import { newProject, type ProjectForm, type ShowcaseForm } from './showcase';

interface PortfolioFieldsProps {
  form: ApiForm<ShowcaseForm>;
  /** How many the plan gives; none hides those that are there. */
  most: number;
}

export function PortfolioFields({ form, most }: PortfolioFieldsProps) {
  const { t } = useTranslation('organizations');
  const { portfolio } = form.form.getValues();
  const error = form.form.errors.portfolio;
  const given = t('showcase.portfolioHint', { count: most });
  const hint = portfolio.length > 0 ? given : `${given} ${t('showcase.portfolioEmpty')}`;
  return (
    <Fieldset
      legend={t('showcase.portfolio')}
      hint={most > 0 ? hint : t('showcase.portfolioHidden')}
    >
      <ol className={lists.list}>
        {portfolio.map((project, index) => (
          <ProjectFields key={project.key} form={form} project={project} index={index} />
        ))}
      </ol>
      {error && <p className={lists.error}>{error}</p>}
      {portfolio.length < most && (
        <div>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => form.form.insertListItem('portfolio', newProject())}
          >
            {t('showcase.addProject')}
          </Button>
        </div>
      )}
    </Fieldset>
  );
}

interface ProjectProps {
  form: ApiForm<ShowcaseForm>;
  project: ProjectForm;
  index: number;
}

function ProjectFields({ form, project, index }: ProjectProps) {
  const { t } = useTranslation('organizations');
  const optional = useOptionalLabel();
  const number = index + 1;
  const path = `portfolio.${index}.`;
  return (
    <li className={lists.item} aria-label={t('showcase.project', { number })}>
      <div className={classes.what}>
        <TextInput
          label={t('showcase.projectTitle')}
          placeholder={index === 0 ? t('showcase.projectTitleHint') : undefined}
          maxLength={100}
          {...form.field(`${path}title`)}
        />
        <NumberInput
          label={optional(t('showcase.year'))}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          {...form.field(`${path}year`)}
        />
      </div>
      <Textarea
        label={optional(t('showcase.description'))}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.field(`${path}description`)}
      />
      <ProjectPhoto form={form} project={project} index={index} />
      <div className={lists.acts}>
        <MoveButtons
          index={index}
          count={form.form.getValues().portfolio.length}
          up={t('showcase.projectUp', { number })}
          down={t('showcase.projectDown', { number })}
          onMove={(to) => form.form.reorderListItem('portfolio', { from: index, to })}
        />
        <RemoveButton
          label={t('showcase.removeProject', { number })}
          onClick={() => form.form.removeListItem('portfolio', index)}
        />
      </div>
    </li>
  );
}

function ProjectPhoto({ form: { form, field }, project: { key, photo }, index }: ProjectProps) {
  const { t } = useTranslation('organizations');
  const path = `portfolio.${index}.photo`;
  const uploads = usePhotoUploads({
    most: 1,
    present: photo ? 1 : 0,
    onSent: (file) => {
      // It may stand elsewhere by the time its photo is there.
      const place = form.getValues().portfolio.findIndex((one) => one.key === key);
      form.setFieldValue(`portfolio.${place}.photo`, { file, alt: '' });
    },
  });
  return (
    <FileDrop onFiles={uploads.add}>
      {photo && (
        <PhotoFields
          file={photo.file}
          label={t('showcase.photoAlt')}
          field={field(`${path}.alt`)}
          error={form.errors[`${path}.file`]}
        >
          <RemoveButton
            label={t('showcase.removePhoto', { number: index + 1 })}
            onClick={() => form.setFieldValue(path, null)}
          >
            {t('showcase.removeThePhoto')}
          </RemoveButton>
        </PhotoFields>
      )}
      <UploadList items={uploads.items} onRemove={uploads.remove} />
      {!photo && (
        <div>
          <FileButton
            single
            label={t('showcase.addPhoto')}
            accept={PICTURES}
            onFiles={uploads.add}
          />
        </div>
      )}
    </FileDrop>
  );
}
