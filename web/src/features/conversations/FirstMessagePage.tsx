// A client writes to a provider for the first time (S1-084, S5-010): to whom, about which event, what. Where
// the two talk already, it goes on there.
import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import type { components } from '@/api/schema.gen';
import { useDepartementName, useTradeName } from '@/app/reference';
import { useMe } from '@/app/session';
import { useGo, useUrlFilters } from '@/app/url-state';
import { formatDate } from '@/lib/dates';
import { urls } from '@/lib/urls';
import { Emblem } from '@/ui/emblem/Emblem';
import { Form, useOptionalLabel } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Facts } from '@/ui/Rows';
import { EmptyState, QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';
import classes from './Composer.module.css';
import { ContactWarning } from './ContactWarning';
import { useDraft } from './drafts';
import { GoTo } from './GoTo';
import {
  conversationWithQuery,
  openTendersQuery,
  providerQuery,
  useTalk,
  type Conversation,
  type Provider,
} from './queries';

export default function FirstMessagePage() {
  const handle = useUrlFilters().one('prestataire');
  const isClient = useMe().organization.kind === 'client';
  return (
    <Page width="form">
      {!isClient && <ClientsOnly />}
      {isClient && (handle ? <To handle={handle} /> : <Whom />)}
    </Page>
  );
}

function ClientsOnly() {
  const { t } = useTranslation('conversations');
  return (
    <EmptyState
      asPageTitle
      title={t('first.clientsOnly')}
      drawing="letter"
      action={<ButtonLink href={urls.conversations()}>{t('first.inbox')}</ButtonLink>}
    >
      <p>{t('first.clientsOnlyText')}</p>
    </EmptyState>
  );
}

function Whom() {
  const { t } = useTranslation('conversations');
  return (
    <EmptyState
      asPageTitle
      title={t('first.whom')}
      drawing="letter"
      action={<ButtonLink href={urls.directory()}>{t('list.emptyClientAction')}</ButtonLink>}
    >
      <p>{t('first.whomText')}</p>
    </EmptyState>
  );
}

function To({ handle }: { handle: string }) {
  const query = useQuery(providerQuery(handle));
  return <QueryState query={query}>{(provider) => <Unless provider={provider} />}</QueryState>;
}

/** Unless the two talk already: then there. */
function Unless({ provider }: { provider: Provider }) {
  const known = useQuery(conversationWithQuery(provider.id));
  const tenders = useQuery(openTendersQuery);
  return (
    <QueryState query={known}>
      {(conversation) =>
        conversation ? (
          <GoTo href={urls.conversation(conversation.id)} />
        ) : (
          <QueryState query={tenders}>
            {(items) => <FirstMessage provider={provider} tenders={items} />}
          </QueryState>
        )
      }
    </QueryState>
  );
}

interface FirstMessageProps {
  provider: Provider;
  tenders: components['schemas']['MyTender'][];
}

interface Words extends Record<string, unknown> {
  text: string;
  tender: string | null;
}

function FirstMessage({ provider, tenders }: FirstMessageProps) {
  const { t } = useTranslation('conversations');
  const { handle, name } = provider;
  const optional = useOptionalLabel();
  const go = useGo();
  const draft = useDraft(handle);
  const { open } = useTalk();
  const named = useUrlFilters().one('evenement');
  const form = useApiForm<Words, Conversation>({
    initialValues: {
      text: draft.initial,
      tender: tenders.find(({ id }) => id === named)?.id ?? null,
    },
    validate: ({ text }) => (text.trim() ? {} : { text: t('composer.missing') }),
    send: ({ text, tender }, key) => open({ provider: handle, text, tender }, key),
    onDone: ({ id }) => {
      draft.keep('');
      toast.done(t('first.sent'));
      go(urls.conversation(id), { replace: true });
    },
  });
  const options = useTenderOptions(tenders);
  const words = form.field('text');
  return (
    <>
      <Heading provider={provider} />
      <Form
        form={form}
        submitLabel={t('first.submit')}
        problemTitle={t('composer.failed')}
        note={t('first.note', { name })}
      >
        {tenders.length > 0 && (
          <Select
            label={optional(t('first.event'))}
            description={t('first.eventHint')}
            placeholder={t('first.noEvent')}
            clearable
            data={options}
            {...form.field('tender')}
          />
        )}
        <div className={classes.said}>
          <Textarea
            {...words}
            label={t('first.text')}
            description={t('first.textHint')}
            autosize
            minRows={6}
            maxRows={20}
            maxLength={4000}
            onChange={(event) => {
              words.onChange(event);
              draft.keep(event.currentTarget.value);
            }}
          />
          <ContactWarning text={form.form.values.text} />
        </div>
      </Form>
    </>
  );
}

function Heading({ provider }: { provider: Provider }) {
  const { t } = useTranslation('conversations');
  const tradeName = useTradeName();
  const placeName = useDepartementName();
  const trade = provider.trades[0] ?? '';
  return (
    <PageHeader
      crumbs={[
        { label: t('first.directory'), href: urls.directory() },
        { label: provider.name, href: urls.provider(provider.handle) },
      ]}
      picture={<Emblem handle={provider.handle} trade={trade} />}
      title={t('first.title', { name: provider.name })}
      lead={
        <Facts items={[tradeName(trade), `${provider.town}, ${placeName(provider.departement)}`]} />
      }
    />
  );
}

/** « Mariage champêtre, 12 juin 2027 ». */
function useTenderOptions(tenders: FirstMessageProps['tenders']) {
  const { t } = useTranslation('conversations');
  const locale = useLocale();
  return tenders.map(({ id, title, day }) => ({
    value: id,
    label: `${title}, ${day ? formatDate(day, locale) : t('first.openDay')}`,
  }));
}
