// The invoicing mandate: its text in both languages, the identity it is given under, giving it and revoking it.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { useApiForm } from '@/api/useApiForm';
import { formatDate } from '@/lib/dates';
import { urls } from '@/lib/urls';
import { AskingButton } from '@/ui/AskingButton';
import { Form, useOptionalLabel } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader, Section } from '@/ui/Page';
import { QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';
import classes from './invoices.module.css';
import { mandateQuery, type Mandate } from './queries';

export default function MandatePage() {
  const { t } = useTranslation('invoices');
  const query = useQuery(mandateQuery);
  return (
    <Page width="form">
      <PageHeader
        crumbs={[{ label: t('title'), href: urls.invoices }]}
        title={t('mandate.title')}
        lead={t('mandate.lead')}
      />
      <QueryState query={query}>{(mandate) => <Whole mandate={mandate} />}</QueryState>
    </Page>
  );
}

function Whole({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation('invoices');
  const mayGive = mandate.actions.includes('give');
  const isCurrent =
    mandate.status === 'in_force' && mandate.accepted_version === mandate.text_version;
  return (
    <>
      <Standing mandate={mandate} />
      <Text mandate={mandate} />
      {mayGive && !isCurrent && <GiveForm mandate={mandate} />}
      {!mayGive && !mandate.obstacle && <p>{t('mandate.notManager')}</p>}
    </>
  );
}

/** Whether invoices are issued in its name now, and if not, what is in the way. */
function Standing({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation('invoices');
  const locale = useLocale();
  if (mandate.status === 'in_force') return <InForce mandate={mandate} />;
  const { obstacle } = mandate;
  if (obstacle) {
    return (
      <Notice
        tone="caution"
        title={t('mandate.obstacle')}
        action={
          obstacle.code === 'invoice_numbers_missing' && (
            <ButtonLink variant="default" href={urls.sheet}>
              {t('mandate.fixSheet')}
            </ButtonLink>
          )
        }
      >
        {locale === 'fr' ? obstacle.detail_fr : obstacle.detail_en}
      </Notice>
    );
  }
  if (!mandate.revoked_at) return null;
  return (
    <Notice>{t('mandate.revokedOn', { date: formatDate(mandate.revoked_at, locale) })}</Notice>
  );
}

function InForce({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation('invoices');
  const locale = useLocale();
  const client = useQueryClient();
  const told = t('mandate.inForceText', {
    date: formatDate(mandate.accepted_at ?? '', locale),
    version: formatDate(mandate.accepted_version ?? '', locale),
    name: mandate.legal_name,
  });
  return (
    <Notice
      title={t('mandate.inForce')}
      action={
        mandate.actions.includes('revoke') && (
          <AskingButton
            danger
            label={t('mandate.revoke')}
            title={t('mandate.revokeTitle')}
            confirmLabel={t('mandate.revoke')}
            consequences={t('mandate.consequences', { returnObjects: true })}
            onConfirm={async () => {
              await api.DELETE('/v1/organization/invoicing-mandate');
              await client.invalidateQueries({ queryKey: mandateQuery.queryKey });
            }}
            done={t('mandate.revoked')}
          />
        )
      }
    >
      {told} {mandate.accepted_version !== mandate.text_version && t('mandate.outdated')}
    </Notice>
  );
}

function Text({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation('invoices');
  const locale = useLocale();
  const [other, setOther] = useState(false);
  const french = (locale === 'fr') !== other;
  const language = french ? 'fr' : 'en';
  return (
    <Section
      title={t('mandate.text')}
      lead={
        <span className={classes.binding}>
          {t('mandate.version', { date: formatDate(mandate.text_version, locale) })}
          {'. '}
          {t('mandate.binding')}
          <Button variant="default" size="compact-sm" onClick={() => setOther(!other)}>
            {t(other ? 'mandate.readBack' : 'mandate.read')}
          </Button>
        </span>
      }
    >
      <div className={classes.articles} lang={language}>
        {mandate.articles.map((article) => (
          <section key={article.title_fr}>
            <h3>{french ? article.title_fr : article.title_en}</h3>
            <p>{french ? article.text_fr : article.text_en}</p>
          </section>
        ))}
      </div>
    </Section>
  );
}

function GiveForm({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation('invoices');
  const optional = useOptionalLabel();
  const client = useQueryClient();
  const form = useApiForm({
    initialValues: {
      legal_name: mandate.legal_name,
      legal_details: mandate.legal_details ?? '',
      understood: false,
    },
    validate: ({ understood }) => (understood ? {} : { understood: t('mandate.mustTick') }),
    send: ({ legal_name, legal_details }) => {
      const body = { text_version: mandate.text_version, legal_name, legal_details };
      return unwrap(api.PUT('/v1/organization/invoicing-mandate', { body }));
    },
    onDone: (given) => {
      toast.done(t('mandate.given'));
      client.setQueryData(mandateQuery.queryKey, given);
    },
  });
  return (
    <Section title={t('mandate.identity')} lead={t('mandate.identityLead')}>
      <Form
        form={form}
        submitLabel={t(mandate.status === 'in_force' ? 'mandate.renew' : 'mandate.give')}
      >
        <TextInput
          label={t('mandate.legalName')}
          description={t('mandate.legalNameHint')}
          {...form.field('legal_name')}
        />
        <TextInput
          label={optional(t('mandate.legalDetails'))}
          description={t('mandate.legalDetailsHint')}
          {...form.field('legal_details')}
        />
        <Checkbox
          label={t('mandate.understood')}
          {...form.form.getInputProps('understood', { type: 'checkbox' })}
        />
      </Form>
    </Section>
  );
}
