// The shell of every form: fields in one column, the refusal on top, the one button at the end.
import { Alert, Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Form.module.css';

interface FormProps {
  /** What useApiForm returns fits. */
  form: {
    submit: (event?: FormEvent<HTMLFormElement>) => void;
    pending: boolean;
    problem: { message: string; status: number; requestId?: string | undefined } | null;
    errorCount: number;
  };
  submitLabel: string;
  children: ReactNode;
  /** Beside the submit button: a way back, "save as draft". */
  others?: ReactNode;
  /** Said above a refusal, when « not saved » is not the word. */
  problemTitle?: string;
  /** Under the button: what pressing it means. */
  note?: ReactNode;
  danger?: boolean;
  /** On a page whose primary button is another one. */
  quiet?: boolean;
}

export function Form(props: FormProps) {
  const { form, submitLabel, children, others, note, problemTitle, danger, quiet } = props;
  return (
    <form className={classes.form} onSubmit={form.submit} noValidate>
      <FormProblem problem={form.problem} errorCount={form.errorCount} title={problemTitle} />
      {children}
      <div className={classes.end}>
        <div className={classes.buttons}>
          <Button
            type="submit"
            classNames={{ root: classes.submit, label: classes.submitLabel }}
            variant={quiet ? 'default' : 'filled'}
            loading={form.pending}
            color={danger ? 'red' : undefined}
          >
            {submitLabel}
          </Button>
          {others}
        </div>
        {note && <div className={classes.note}>{note}</div>}
      </div>
    </form>
  );
}

interface FormProblemProps extends Pick<FormProps['form'], 'problem' | 'errorCount'> {
  /** What did not happen, when « not saved » is not the word. */
  title?: string;
}

/** The refusal as a whole; useApiForm brings it before the reader. */
export function FormProblem({ problem, errorCount, title }: FormProblemProps) {
  const { t } = useTranslation('ui');
  if (!problem) return null;
  return (
    <Alert
      role="alert"
      tabIndex={-1}
      data-problem=""
      variant="light"
      color="red"
      icon={<IconAlertCircle aria-hidden />}
      title={title ?? t('error.form')}
    >
      <p>{problem.status === 0 ? t('error.network') : problem.message}</p>
      {errorCount > 0 && <p>{t('error.fields', { count: errorCount })}</p>}
      {problem.requestId && problem.status >= 500 && (
        <p className={classes.reference}>{t('error.request', { id: problem.requestId })}</p>
      )}
    </Alert>
  );
}

interface FieldsetProps {
  legend: string;
  hint?: ReactNode;
  children: ReactNode;
}

/** A group of fields under a heading. */
export function Fieldset({ legend, hint, children }: FieldsetProps) {
  return (
    <fieldset className={classes.fieldset}>
      <legend>{legend}</legend>
      {hint && <p className={classes.hint}>{hint}</p>}
      <div className={classes.fields}>{children}</div>
    </fieldset>
  );
}

/** Two or three short fields side by side; one under the other on small screens. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}

/** « Téléphone (facultatif) »: fields are mandatory unless their label says otherwise. */
export function useOptionalLabel(): (label: string) => string {
  const { t } = useTranslation('ui');
  return (label) => `${label} (${t('optional')})`;
}
