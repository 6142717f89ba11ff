// Where each kind of custom offer may be made (S2-009, S2-010): switched off for some trades, or kept for
// some providers. Offers that were made stay.
import { Switch, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useTradeName, useTrades } from '@/app/reference';
import { ActModal } from '@/ui/ActModal';
import { TradesSelect } from '@/ui/fields';
import { Form, useOptionalLabel } from '@/ui/Form';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { termsRulesQuery, useActs, type TermsRule } from './queries';

type TermsKind = 'fixed' | 'milestones' | 'subscription' | 'hourly';

export default function TermsPage() {
  const { t } = useTranslation('operator');
  const query = useQuery(termsRulesQuery);
  return (
    <Page>
      <PageHeader title={t('terms.title')} lead={t('terms.lead')} />
      <QueryState query={query}>
        {({ items }) => (
          <Rows label={t('terms.title')}>
            {items.map((rule) => (
              <RuleRow key={rule.kind} rule={rule} />
            ))}
          </Rows>
        )}
      </QueryState>
    </Page>
  );
}

function RuleRow({ rule }: { rule: TermsRule }) {
  const { t } = useTranslation('operator');
  const tradeName = useTradeName();
  const name = t(`terms.kinds.${rule.kind as TermsKind}`);
  const { trades_off: off, providers_only: some, providers } = rule;
  return (
    <Row
      title={name}
      facts={[
        off.length === 0 && !some && t('terms.everywhere'),
        off.length > 0 && t('terms.notIn', { trades: off.map(tradeName).join(', ') }),
        some && t('terms.keptFor', { count: providers.length }),
      ]}
      actions={
        <ActModal
          size="compact-md"
          label={t('terms.edit')}
          aria-label={t('terms.editFor', { name })}
          title={name}
        >
          {(close) => <RuleForm rule={rule} name={name} onDone={close} />}
        </ActModal>
      }
    >
      <p>{t(`terms.hints.${rule.kind as TermsKind}`)}</p>
    </Row>
  );
}

interface Values extends Record<string, unknown> {
  trades_off: string[];
  providers_only: boolean;
  providers: string[];
}

interface RuleFormProps {
  rule: TermsRule;
  name: string;
  onDone: () => void;
}

function RuleForm({ rule, name, onDone }: RuleFormProps) {
  const { t } = useTranslation('operator');
  const optional = useOptionalLabel();
  const trades = useTrades().data ?? [];
  const { setTermsRule } = useActs();
  const form = useApiForm<Values, TermsRule>({
    initialValues: {
      trades_off: rule.trades_off,
      providers_only: rule.providers_only,
      providers: rule.providers,
    },
    // Names that are not asked for are not sent: a wrong one would be refused out of sight.
    send: (values) =>
      setTermsRule(rule, { ...values, providers: values.providers_only ? values.providers : [] }),
    onDone: () => {
      toast.done(t('terms.done', { name }));
      onDone();
    },
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
