// « Demander un devis » (S4-010, S4-011): a client says what it needs of a service, for how much and by when.
import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useMe } from '@/app/session';
import { useGo, usePathParam } from '@/app/url-state';
import { formatMoney } from '@/lib/money';
import { urls } from '@/lib/urls';
import { DateInput } from '@/ui/DateInput';
import { MoneyInput } from '@/ui/fields';
import { Form } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { EmptyState, QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';
import { serviceQuery, useQuoteRequestChanges, type QuoteRequest, type Service } from './queries';

export default function AskPage() {
  const service = useQuery(serviceQuery(usePathParam('slug')));
  const isClient = useMe().organization.kind === 'client';
  return (
    <Page width="form">
      <QueryState page query={service}>
        {(data) => (isClient ? <Asking service={data} /> : <ClientsOnly service={data} />)}
      </QueryState>
    </Page>
  );
}

function Back({ service }: { service: Service }) {
  const { t } = useTranslation('quote-requests');
  return (
    <ButtonLink href={urls.service(service.slug ?? service.id)} variant="default">
      {t('ask.back')}
    </ButtonLink>
  );
}

function ClientsOnly({ service }: { service: Service }) {
  const { t } = useTranslation('quote-requests');
  return (
    <EmptyState asPageTitle title={t('ask.clientsOnly')} action={<Back service={service} />}>
      <p>{t('ask.clientsOnlyText')}</p>
    </EmptyState>
  );
}

interface Needs extends Record<string, unknown> {
  needs: string;
  budget: number | null;
  wanted_on: string | null;
}

function Asking({ service }: { service: Service }) {
  const { t } = useTranslation('quote-requests');
  const locale = useLocale();
  const go = useGo();
  const { ask } = useQuoteRequestChanges();
  const { name } = service.provider;
  const missing = (wrong: boolean) => (wrong ? t('ask.missing') : undefined);
  const form = useApiForm<Needs, QuoteRequest>({
    initialValues: { needs: '', budget: null, wanted_on: null },
    validate: ({ needs, budget, wanted_on }) => ({
      needs: missing(!needs.trim()),
      budget: missing(budget === null),
      wanted_on: missing(!wanted_on),
    }),
    send: ({ needs, budget, wanted_on }, key) =>
      ask(
        {
          service: service.id,
          needs,
          budget: { amount: budget ?? 0, currency: 'EUR' },
          wanted_on: wanted_on ?? '',
        },
        key,
      ),
    onDone: ({ id }) => {
      toast.done(t('ask.done'));
      go(urls.quoteRequest(id), { replace: true });
    },
  });
  return (
    <>
      <PageHeader
        crumbs={[{ label: service.title, href: urls.service(service.slug ?? service.id) }]}
        title={t('ask.title')}
        lead={t('ask.lead', { service: service.title, name })}
      />
      <Form
        form={form}
        submitLabel={t('ask.submit')}
        problemTitle={t('ask.failed')}
        note={t('ask.note', { name })}
        others={<Back service={service} />}
      >
        <Textarea
          label={t('ask.needs')}
          description={t('ask.needsHint')}
          autosize
          minRows={6}
          maxRows={20}
          maxLength={4000}
          {...form.field('needs')}
        />
        <MoneyInput
          label={t('ask.budget')}
          description={t('ask.budgetHint', {
            price: formatMoney(service.price_from, locale, 'auto'),
          })}
          maw="20rem"
          {...form.field('budget')}
        />
        <DateInput
          label={t('ask.wanted')}
          maw="20rem"
          minDate={new Intl.DateTimeFormat('sv-SE').format(new Date())}
          {...form.field('wanted_on')}
        />
      </Form>
    </>
  );
}
