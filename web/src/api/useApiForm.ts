// A form that speaks to the API: it sends, waits, and puts each refusal under its field.
import { useForm, type FormErrors, type UseFormReturnType } from '@mantine/form';
import { useRef, useState, type FormEvent } from 'react';
import { fieldErrors, Problem } from './problem';

interface ApiFormOptions<Values, Result> {
  initialValues: Values;
  /** What can be said before asking the server; messages by field path. */
  validate?: (values: Values) => FormErrors;
  /** Makes the call. The key stays the same while the values do, so a repeat cannot do it twice. */
  send: (values: Values, idempotencyKey: string) => Promise<Result>;
  onDone: (result: Result, values: Values) => void | Promise<void>;
}

export interface ApiForm<Values extends object> {
  form: UseFormReturnType<Values>;
  /** Spread on an input: value, change, error. */
  field: UseFormReturnType<Values>['getInputProps'];
  submit: (event?: FormEvent<HTMLFormElement>) => void;
  pending: boolean;
  /** The refusal as a whole, when it is not only about fields. */
  problem: Problem | null;
  errorCount: number;
}

function useIdempotencyKey() {
  const last = useRef({ body: '', key: '' });
  return (values: unknown): string => {
    const body = JSON.stringify(values);
    if (last.current.body !== body) last.current = { body, key: crypto.randomUUID() };
    return last.current.key;
  };
}

function focusFirstError(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
  });
}

export function useApiForm<Values extends Record<string, unknown>, Result>(
  options: ApiFormOptions<Values, Result>,
): ApiForm<Values> {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const keyFor = useIdempotencyKey();
  const form = useForm<Values>({
    initialValues: options.initialValues,
    validate: options.validate,
  });

  async function send(values: Values) {
    setPending(true);
    setProblem(null);
    try {
      await options.onDone(await options.send(values, keyFor(values)), values);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      form.setErrors(fieldErrors(error));
      focusFirstError();
    } finally {
      setPending(false);
    }
  }

  return {
    form,
    field: form.getInputProps,
    submit: form.onSubmit((values) => void send(values), focusFirstError),
    pending,
    problem,
    errorCount: Object.keys(form.errors).length,
  };
}
