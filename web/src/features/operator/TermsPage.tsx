// Where each kind of custom offer may be made (S2-009, S2-010): switched off for some trades, or kept for
// some providers. Offers that were made stay.
import { Switch, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useTrades } from '@/app/reference';
import { TradesSelect } from '@/ui/fields';
import { Form, useOptionalLabel } from '@/ui/Form';
import { Page, PageHeader, Section } from '@/ui/Page';
import { QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { termsRulesQuery, useActs, type TermsRule } from './queries';

type TermsKind = 'fixed' | 'milestones' | 'subscription' | 'hourly';

export default function TermsPage() {
  const { t } = useTranslation('operator');
  const query = useQuery(termsRulesQuery);
  return (
    <Page width="form">
      <PageHeader title={t('terms.title')} lead={t('terms.lead')} />
      <QueryState query={query}>
        {({ items }) =>
          items.map((rule) => (
            <Section
              key={rule.kind}
              title={t(`terms.kinds.${rule.kind as TermsKind}`)}
              lead={t(`terms.hints.${rule.kind as TermsKind}`)}
            >
              <RuleForm key={rule.version} rule={rule} />
            </Section>
          ))
        }
      </QueryState>
    </Page>
  );
}

interface Values extends Record<string, unknown> {
  trades_off: string[];
  providers_only: boolean;
  providers: string[];
}

function RuleForm({ rule }: { rule: TermsRule }) {
  const { t } = useTranslation('operator');
  const optional = useOptionalLabel();
  const trades = useTrades().data ?? [];
  const { setTermsRule } = useActs();
  const name = t(`terms.kinds.${rule.kind as TermsKind}`);
  const form = useApiForm<Values, TermsRule>({
    initialValues: {
      trades_off: rule.trades_off,
      providers_only: rule.providers_only,
      providers: rule.providers,
    },
    // Names that are not asked for are not sent: a wrong one would be refused out of sight.
    send: (values) =>
      setTermsRule(rule, { ...values, providers: values.providers_only ? values.providers : [] }),
    onDone: () => toast.done(t('terms.done', { name })),
  });
  return (
    <Form form={form} submitLabel={t('terms.submit')}>
      <TradesSelect
        label={optional(t('terms.tradesOff'))}
        options={trades}
        {...form.field('trades_off')}
      />
      <Switch
        label={t('terms.only')}
        description={t('terms.onlyHint')}
        {...form.form.getInputProps('providers_only', { type: 'checkbox' })}
      />
      {form.form.getValues().providers_only && (
        <TagsInput
          label={t('terms.providers')}
          description={t('terms.providersHint')}
          clearable={false}
          {...form.field('providers')}
          error={refusalOf('providers', form.form.errors, form.form.getValues().providers)}
        />
      )}
    </Form>
  );
}

/** The refusal of the list, or of one of its pseudos with its name. */
function refusalOf(list: string, errors: Record<string, unknown>, items: string[]) {
  const wrong = items.findIndex((_, index) => errors[`${list}.${index}`]);
  if (wrong >= 0) return `${items[wrong]} : ${String(errors[`${list}.${wrong}`])}`;
  return errors[list] ? String(errors[list]) : undefined;
}
