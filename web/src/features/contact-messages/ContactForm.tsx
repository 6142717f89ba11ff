// « Écrivez-nous » (S4-022): on the help page and on one of its own. Who is signed in types neither name nor address.
// What is typed is kept in this tab until it is sent; a sum that is over is replaced without losing any of it.
import { Button, Select, Skeleton, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { useApiForm } from '@/api/useApiForm';
import { useSettings } from '@/app/reference';
import { useSession, type Me } from '@/app/session';
import { keepDraft, readDraft } from '@/lib/drafts';
import { DataList } from '@/ui/DataList';
import { FieldRow, Form } from '@/ui/Form';
import { Link } from '@/ui/Link';
import { Waiting } from '@/ui/states';
import classes from './ContactForm.module.css';
import { SumField } from './SumField';
import { sumQuery, TOPICS, write, type SentMessage } from './queries';

export const SUPPORT = 'support@estrade.example';

interface Values extends Record<string, unknown> {
  name: string;
  email: string;
  topic: string;
  subject: string;
  text: string;
  answer: string;
}

const EMPTY: Values = { name: '', email: '', topic: '', subject: '', text: '', answer: '' };

function kept(name: string): Values {
  const draft = readDraft(name);
  return draft ? { ...EMPTY, ...(JSON.parse(draft) as Values) } : EMPTY;
}

export default function ContactForm() {
  const session = useSession();
  const [sent, setSent] = useState<SentMessage>();
  if (session.state === 'unknown') {
    return (
      <Waiting>
        <Skeleton height="24rem" />
      </Waiting>
    );
  }
  if (sent) return <Sent message={sent} onAnother={() => setSent(undefined)} />;
  const me = session.state === 'signed-in' ? session.me : null;
  return <Fields key={me?.id ?? 'visitor'} me={me} onSent={setSent} />;
}

interface FieldsProps {
  me: Me | null;
  onSent: (message: SentMessage) => void;
}

function Fields({ me, onSent }: FieldsProps) {
  const { t } = useTranslation('contact-messages');
  const draft = `${me?.id ?? 'visitor'}.contact`;
  const sum = useQuery(sumQuery);
  const [initialValues] = useState(() => kept(draft));
  const form = useApiForm<Values, SentMessage>({
    initialValues,
    validate: (values) => {
      const needed = me ? (['topic', 'subject', 'text', 'answer'] as const) : FIELDS;
      const empty = needed.filter((name) => !values[name].trim());
      return Object.fromEntries(empty.map((name) => [name, t('missing')]));
    },
    send: async (values, key) => {
      try {
        return await write({ ...values, sum: sum.data?.token ?? '' }, key);
      } catch (error) {
        throw await renewed(error);
      }
    },
    onDone: (message) => {
      keepDraft(draft, '');
      onSent(message);
    },
  });
  const { values } = form.form;
  useEffect(() => {
    // What a sum makes is of no use once the form asks for another one.
    const words = { ...values, answer: '' };
    const written = Object.values(words).some((word) => String(word).trim());
    keepDraft(draft, written ? JSON.stringify(words) : '');
  }, [draft, values]);

  /** A sum that is over or has served is replaced; the refusal then stands beside the new one. */
  async function renewed(error: unknown): Promise<unknown> {
    const code = error instanceof Problem ? error.code : '';
    if (code !== 'sum_expired' && code !== 'sum_used') return error;
    await sum.refetch();
    form.form.setFieldValue('answer', '');
    const detail = t(code === 'sum_used' ? 'sum.used' : 'sum.expired');
    const { status, title } = error as Problem;
    return new Problem({
      status,
      title,
      code,
      detail,
      errors: [{ pointer: '/answer', code, detail }],
    });
  }

  return (
    <Form form={form} submitLabel={t('submit')} problemTitle={t('notSent')} note={<ByMail />}>
      {me ? <Known me={me} /> : <Who field={form.field} />}
      <Select
        label={t('topic')}
        placeholder={t('chooseTopic')}
        allowDeselect={false}
        data={TOPICS.map((value) => ({ value, label: t(`topics.${value}`) }))}
        {...form.field('topic')}
        value={values.topic || null}
      />
      <TextInput label={t('subject')} maxLength={120} {...form.field('subject')} />
      <Textarea
        label={t('text')}
        description={t('textHint')}
        autosize
        minRows={5}
        maxRows={20}
        maxLength={4000}
        {...form.field('text')}
      />
      <SumField sum={sum} {...form.field('answer')} />
    </Form>
  );
}

const FIELDS = ['name', 'email', 'topic', 'subject', 'text', 'answer'] as const;

function Who({ field }: { field: ReturnType<typeof useApiForm<Values, SentMessage>>['field'] }) {
  const { t } = useTranslation('contact-messages');
  return (
    <FieldRow>
      <TextInput label={t('name')} autoComplete="name" maxLength={120} {...field('name')} />
      <TextInput
        label={t('email')}
        description={t('emailHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        type="email"
        autoComplete="email"
        {...field('email')}
      />
    </FieldRow>
  );
}

function Known({ me }: { me: Me }) {
  const { t } = useTranslation('contact-messages');
  return (
    <div className={classes.known}>
      <DataList
        items={[
          { label: t('name'), value: `${me.given_name} ${me.family_name}` },
          { label: t('email'), value: me.email },
        ]}
      />
      <p>{t('known')}</p>
    </div>
  );
}

function ByMail() {
  const { t } = useTranslation('contact-messages');
  const [before, after] = t('byMail').split('<mail/>');
  return (
    <>
      {before}
      <Link href={`mailto:${SUPPORT}`}>{SUPPORT}</Link>
      {after}
    </>
  );
}

/** Takes the place of the form; the reader is brought to it. */
function Sent({ message, onAnother }: { message: SentMessage; onAnother: () => void }) {
  const { t } = useTranslation('contact-messages');
  const days = useSettings().data?.contact_days ?? 2;
  const news = useRef<HTMLDivElement>(null);
  useEffect(() => {
    news.current?.scrollIntoView({ block: 'center' });
    news.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={news} className={classes.sent} role="status" tabIndex={-1}>
      <p className={classes.title}>{t('sent.title')}</p>
      <p>{t('sent.text', { email: message.email, count: days })}</p>
      <Button variant="default" onClick={onAnother}>
        {t('sent.another')}
      </Button>
    </div>
  );
}
