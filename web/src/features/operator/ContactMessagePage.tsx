// A message in full (S4-022): who wrote it, what was answered; and the answer, which leaves by mail.
import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useDraft } from '@/app/drafts';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { AskingButton } from '@/ui/AskingButton';
import { DataList } from '@/ui/DataList';
import { Form } from '@/ui/Form';
import { Link } from '@/ui/Link';
import { Columns, Page, PageHeader, Section } from '@/ui/Page';
import { Prose } from '@/ui/Prose';
import { Facts } from '@/ui/Rows';
import { QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { toast } from '@/ui/toast';
import { DateText } from '@/ui/values';
import { contactMessageQuery, useActs, type ContactMessage } from './queries';
import { CONTACT_TONES, type ContactState, type ContactTopic } from './words';

export default function ContactMessagePage() {
  const query = useQuery(contactMessageQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={query}>
        {(message) => <Sheet key={message.id} message={message} />}
      </QueryState>
    </Page>
  );
}

function Sheet({ message }: { message: ContactMessage }) {
  const { t } = useTranslation('operator');
  const state = message.state as ContactState;
  const can = (action: string) => message.actions.includes(action);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('messages.title'), href: urls.operatorMessages }]}
        title={message.subject}
        aside={<StatusBadge tone={CONTACT_TONES[state]}>{t(`contactState.${state}`)}</StatusBadge>}
        lead={
          <Facts
            items={[
              t(`contactTopics.${message.topic as ContactTopic}`),
              <>
                {t('messages.sent')} <DateText value={message.sent_at} as="day-time" />
              </>,
            ]}
          />
        }
        actions={can('dismiss') && <Dismiss message={message} />}
      />
      <Columns aside={<Sender message={message} />}>
        <Section title={t('messages.text')}>
          <Prose>{message.text}</Prose>
        </Section>
        {message.ended_at && <Ended message={message} />}
        {can('answer') && (
          <Section title={t('messages.answer')}>
            <AnswerForm message={message} />
          </Section>
        )}
      </Columns>
    </>
  );
}

function Sender({ message }: { message: ContactMessage }) {
  const { t } = useTranslation('operator');
  const { organization } = message;
  return (
    <Section title={t('messages.sender')}>
      <DataList
        items={[
          { label: t('messages.name'), value: message.name },
          { label: t('messages.email'), value: message.email },
          {
            label: t('messages.account'),
            value: organization ? (
              <Link href={urls.operatorOrganization(organization.id)}>{organization.name}</Link>
            ) : (
              t('messages.noAccount')
            ),
          },
          {
            label: t('messages.language'),
            value: t(`messages.languages.${message.language as 'fr'}`),
          },
        ]}
      />
    </Section>
  );
}

function Ended({ message }: { message: ContactMessage }) {
  const { t } = useTranslation('operator');
  const state = message.state as 'answered' | 'dismissed';
  return (
    <Section
      title={t(`messages.endedTitle.${state}`)}
      lead={
        <>
          {t('messages.by', { name: message.ended_by })}{' '}
          <DateText value={message.ended_at ?? ''} as="day-time" />
        </>
      }
    >
      {message.answer && <Prose>{message.answer}</Prose>}
    </Section>
  );
}

interface Values extends Record<string, unknown> {
  text: string;
}

function AnswerForm({ message }: { message: ContactMessage }) {
  const { t } = useTranslation('operator');
  const { answerMessage } = useActs();
  const { id, email } = message;
  const draft = useDraft(id);
  const form = useApiForm<Values, ContactMessage>({
    initialValues: { text: draft.initial },
    validate: ({ text }) => (text.trim() ? {} : { text: t('messages.missing') }),
    send: ({ text }, key) => answerMessage(id, text, key),
    onDone: () => {
      draft.keep('');
      toast.done(t('messages.answered', { email }));
    },
  });
  const text = form.field('text');
  return (
    <Form
      form={form}
      submitLabel={t('messages.submit')}
      problemTitle={t('messages.notSent')}
      note={t('messages.note', { email })}
    >
      <Textarea
        {...text}
        label={t('messages.answerLabel')}
        description={t(`messages.answerHint.${message.language as 'fr'}`)}
        autosize
        minRows={6}
        maxRows={20}
        maxLength={4000}
        onChange={(event) => {
          text.onChange(event);
          draft.keep(event.currentTarget.value);
        }}
      />
    </Form>
  );
}

function Dismiss({ message }: { message: ContactMessage }) {
  const { t } = useTranslation('operator');
  const { dismissMessage } = useActs();
  return (
    <AskingButton
      label={t('messages.dismiss')}
      title={t('messages.dismissQuestion')}
      confirmLabel={t('messages.dismiss')}
      consequences={[t('messages.dismissQuiet'), t('messages.dismissFinal')]}
      onConfirm={() => dismissMessage(message.id)}
      done={t('messages.dismissed')}
    />
  );
}
