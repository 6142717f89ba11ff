// A form that speaks to the API: it sends, waits, and puts each refusal under its field.
import { useForm, type FormErrors, type UseFormReturnType } from '@mantine/form';
import { useEffect, useRef, useState, type FormEvent } from 'react';
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

/** Brings what is wrong before the reader: the first refused field, or else the refusal as a whole. */
function useShownRefusal(): () => void {
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals === 0) return;
    const wrong =
      document.querySelector<HTMLElement>('form [aria-invalid="true"]') ??
      document.querySelector<HTMLElement>('form [data-problem]');
    // To the middle of the screen: the site's header covers the top.
    wrong?.scrollIntoView({ block: 'center' });
    wrong?.focus({ preventScroll: true });
  }, [refusals]);
  return () => setRefusals((count) => count + 1);
}

export function useApiForm<Values extends Record<string, unknown>, Result>(
  options: ApiFormOptions<Values, Result>,
): ApiForm<Values> {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const keyFor = useIdempotencyKey();
  const showRefusal = useShownRefusal();
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
      showRefusal();
    } finally {
      setPending(false);
    }
  }

  return {
    form,
    field: form.getInputProps,
    submit: form.onSubmit((values) => void send(values), showRefusal),
    pending,
    problem,
    errorCount: Object.keys(form.errors).length,
  };
}
