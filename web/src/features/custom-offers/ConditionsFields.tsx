// What is agreed beside the price: revisions, and what the client is to answer before the work begins.
import { Button, Checkbox, NumberInput, Switch, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@/app/reference';
import { Fieldset, useOptionalLabel } from '@/ui/Form';
import classes from './ConditionsFields.module.css';
import { WHOLE, type FieldsProps } from './fields';
import { MOST_QUESTIONS, newQuestion } from './form';

type Props = Pick<FieldsProps, 'form'>;

export function ConditionsFields({ form }: Props) {
  const { t } = useTranslation('custom-offers');
  const optional = useOptionalLabel();
  const usual = useSettings().data?.revisions ?? 1;
  const { asks, unlimited_revisions } = form.form.getValues();
  const checked = (path: string) => form.form.getInputProps(path, { type: 'checkbox' });
  return (
    <Fieldset legend={t('form.conditions')}>
      {!unlimited_revisions && (
        <NumberInput
          label={optional(t('form.revisions'))}
          description={t('form.revisionsHint', { count: usual })}
          maw="24rem"
          {...WHOLE}
          {...form.field('revisions')}
        />
      )}
      <Checkbox
        label={t('form.unlimited')}
        description={t('form.unlimitedHint')}
        {...checked('unlimited_revisions')}
      />
      <Switch label={t('form.asks')} description={t('form.asksHint')} {...checked('asks')} />
      {asks && <Questions form={form} />}
    </Fieldset>
  );
}

function Questions({ form }: Props) {
  const { t } = useTranslation('custom-offers');
  const { questions } = form.form.getValues();
  const error = form.form.errors.questions;
  return (
    <>
      <ol className={classes.questions}>
        {questions.map((_, index) => (
          <QuestionFields key={index} form={form} index={index} />
        ))}
      </ol>
      {error && <p className={classes.error}>{error}</p>}
      {questions.length < MOST_QUESTIONS && (
        <Button
          variant="default"
          size="sm"
          className={classes.add}
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => form.form.insertListItem('questions', newQuestion())}
        >
          {t('form.addQuestion')}
        </Button>
      )}
    </>
  );
}

function QuestionFields({ form, index }: Props & { index: number }) {
  const { t } = useTranslation('custom-offers');
  const number = index + 1;
  const several = form.form.getValues().questions.length > 1;
  return (
    <li className={classes.question}>
      <TextInput
        label={t('form.question', { number })}
        maxLength={300}
        {...form.field(`questions.${index}.text`)}
      />
      <div className={classes.line}>
        <Checkbox
          label={t('form.mandatory')}
          {...form.form.getInputProps(`questions.${index}.mandatory`, { type: 'checkbox' })}
        />
        {several && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
            aria-label={t('form.removeQuestionNamed', { number })}
            onClick={() => form.form.removeListItem('questions', index)}
          >
            {t('form.removeQuestion')}
          </Button>
        )}
      </div>
    </li>
  );
}
