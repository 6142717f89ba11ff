// Up to three packages, while they are typed.
import { Button, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '@/api/useApiForm';
import { MoneyInput } from '@/ui/fields';
import { FieldRow, Fieldset, useOptionalLabel } from '@/ui/Form';
import classes from '@/ui/ListFields.module.css';
import { RemoveButton } from '@/ui/RemoveButton';
import { MOST_PACKAGES, newPackage, type ServiceForm } from './form';
import { DaysInput, RevisionsFields } from './ServiceFormFields';

export function PackagesFields({ form }: { form: ApiForm<ServiceForm> }) {
  const { t } = useTranslation('services');
  const { packages } = form.form.getValues();
  const error = form.form.errors.packages;
  return (
    <Fieldset legend={t('form.packages')} hint={t('form.packagesHint')}>
      <ol className={classes.list}>
        {packages.map((_, index) => (
          <PackageFields key={index} form={form} index={index} />
        ))}
      </ol>
      {error && <p className={classes.error}>{error}</p>}
      {packages.length < MOST_PACKAGES && (
        <div>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => form.form.insertListItem('packages', newPackage())}
          >
            {t('form.addPackage')}
          </Button>
        </div>
      )}
    </Fieldset>
  );
}

function PackageFields({ form, index }: { form: ApiForm<ServiceForm>; index: number }) {
  const { t } = useTranslation('services');
  const optional = useOptionalLabel();
  const number = index + 1;
  const path = `packages.${index}.`;
  const unlimited = form.form.getValues().packages[index]?.unlimited_revisions ?? false;
  return (
    <li className={classes.item} aria-label={t('form.package', { number })}>
      <TextInput
        label={t('form.packageName')}
        placeholder={index === 0 ? t('form.packageNameHint') : undefined}
        maxLength={60}
        {...form.field(`${path}name`)}
      />
      <Textarea
        label={optional(t('form.packageDescription'))}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.field(`${path}description`)}
      />
      <FieldRow>
        <MoneyInput label={t('form.price')} {...form.field(`${path}price`)} />
        <DaysInput {...form.field(`${path}delivery_days`)} />
      </FieldRow>
      <RevisionsFields form={form} path={path} unlimited={unlimited} />
      <RemoveButton
        label={t('form.removePackage', { number })}
        onClick={() => form.form.removeListItem('packages', index)}
      />
    </li>
  );
}
