// Up to ten questions for who orders, while they are typed.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '@/api/useApiForm';
import { Fieldset } from '@/ui/Form';
import classes from '@/ui/ListFields.module.css';
import { RemoveButton } from '@/ui/RemoveButton';
import { MOST_QUESTIONS, newQuestion, type ServiceForm } from './form';

export function QuestionsFields({ form }: { form: ApiForm<ServiceForm> }) {
  const { t } = useTranslation('services');
  const { questions } = form.form.getValues();
  const error = form.form.errors.questions;
  return (
    <Fieldset legend={t('form.questions')} hint={t('form.questionsHint')}>
      <ol className={classes.list}>
        {questions.map((_, index) => (
          <QuestionFields key={index} form={form} index={index} />
        ))}
      </ol>
      {error && <p className={classes.error}>{error}</p>}
      {questions.length < MOST_QUESTIONS && (
        <div>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => form.form.insertListItem('questions', newQuestion())}
          >
            {t('form.addQuestion')}
          </Button>
        </div>
      )}
    </Fieldset>
  );
}

function QuestionFields({ form, index }: { form: ApiForm<ServiceForm>; index: number }) {
  const { t } = useTranslation('services');
  const number = index + 1;
  const path = `questions.${index}.`;
  return (
    <li className={classes.item} aria-label={t('form.question', { number })}>
      <TextInput
        label={t('form.question', { number })}
        placeholder={index === 0 ? t('form.questionHint') : undefined}
        maxLength={300}
        {...form.field(`${path}text`)}
      />
      <Checkbox
        label={t('form.mandatory')}
        {...form.form.getInputProps(`${path}mandatory`, { type: 'checkbox' })}
      />
      <RemoveButton
        label={t('form.removeQuestion', { number })}
        onClick={() => form.form.removeListItem('questions', index)}
      />
    </li>
  );
}
