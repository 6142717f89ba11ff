// A client writes to a provider for the first time (S1-084, S5-010): to whom, about which service and which
// event, what (S5-011). Where the two talk already, it goes on there, unless it is about a service.
import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DOCUMENTS } from '@/api/files';
import { useApiForm } from '@/api/useApiForm';
import type { components } from '@/api/schema.gen';
import { useDepartementName, useTradeName } from '@/app/reference';
import { useMe } from '@/app/session';
import { useGo, useUrlFilters } from '@/app/url-state';
import { useDraft } from '@/app/drafts';
import { formatDate } from '@/lib/dates';
import { urls } from '@/lib/urls';
import { Emblem } from '@/ui/emblem/Emblem';
import { FileButton } from '@/ui/FileButton';
import { FileDrop } from '@/ui/FileDrop';
import { Form, useOptionalLabel } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Facts } from '@/ui/Rows';
import { EmptyState, QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';
import { Attached } from './Attached';
import classes from './Composer.module.css';
import { ContactWarning } from './ContactWarning';
import { GoTo } from './GoTo';
import {
  conversationWithQuery,
  openTendersQuery,
  providerQuery,
  providerServicesQuery,
  useTalk,
  type Conversation,
  type Provider,
} from './queries';
import { useAttachments } from './useAttachments';

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

/** Unless the two talk already: then there, where a service that is asked about would be lost. */
function Unless({ provider }: { provider: Provider }) {
  const known = useQuery(conversationWithQuery(provider.id));
  const tenders = useQuery(openTendersQuery);
  const services = useQuery(providerServicesQuery(provider.handle));
  const about = useUrlFilters().one('service');
  return (
    <QueryState query={known}>
      {(conversation) =>
        conversation && !about ? (
          <GoTo href={urls.conversation(conversation.id)} />
        ) : (
          <QueryState query={tenders}>
            {(items) => (
              <QueryState query={services}>
                {(known) => <FirstMessage provider={provider} tenders={items} services={known} />}
              </QueryState>
            )}
          </QueryState>
        )
      }
    </QueryState>
  );
}

interface FirstMessageProps {
  provider: Provider;
  tenders: components['schemas']['MyTender'][];
  services: components['schemas']['ServiceCard'][];
}

interface Words extends Record<string, unknown> {
  text: string;
  attachments: string[];
  tender: string | null;
  service: string | null;
}

function FirstMessage({ provider, tenders, services }: FirstMessageProps) {
  const { t } = useTranslation('conversations');
  const { handle, name } = provider;
  const optional = useOptionalLabel();
  const go = useGo();
  const draft = useDraft(handle);
  const { open } = useTalk();
  const named = useUrlFilters().one('evenement');
  const asked = useUrlFilters().one('service');
  const form = useApiForm<Words, Conversation>({
    initialValues: {
      text: draft.initial,
      attachments: draft.files.map(({ id }) => id),
      tender: tenders.find(({ id }) => id === named)?.id ?? null,
      service: services.find(({ id }) => id === asked)?.id ?? null,
    },
    validate: ({ text, attachments }) => {
      if (files.pending) return { text: t('composer.waiting') };
      return text.trim() || attachments.length > 0 ? {} : { text: t('composer.missing') };
    },
    send: (words, key) => open({ provider: handle, ...words }, key),
    onDone: ({ id }) => {
      draft.keep('');
      draft.keepFiles([]);
      toast.done(t('first.sent'));
      go(urls.conversation(id), { replace: true });
    },
  });
  const files = useAttachments({
    initial: draft.files,
    onChange: (sent) => {
      form.form.setFieldValue(
        'attachments',
        sent.map(({ id }) => id),
      );
      draft.keepFiles(sent);
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
        {services.length > 0 && (
          <Select
            label={optional(t('first.service'))}
            placeholder={t('first.noService')}
            clearable
            data={services.map(({ id, title }) => ({ value: id, label: title }))}
            {...form.field('service')}
          />
        )}
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
        <FileDrop onFiles={files.add} disabled={form.pending}>
          <Attached uploads={files} errors={form.form.errors} />
          <div>
            <FileButton label={t('composer.attach')} accept={DOCUMENTS} onFiles={files.add} />
          </div>
        </FileDrop>
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
