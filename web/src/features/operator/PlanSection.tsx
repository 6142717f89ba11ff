// A provider's plan, and granting one: FREE at once, VIP+ for so many months (S1-120).
import { NumberInput, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { formatDate } from '@/lib/dates';
import { DataList } from '@/ui/DataList';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { Section } from '@/ui/Page';
import { toast } from '@/ui/toast';
import { DateText, useLocale } from '@/ui/values';
import { ActModal } from '@/ui/ActModal';
import { useActs, type Operated } from './queries';
import { PLANS, type Plan } from './words';

const USUAL_MONTHS = 12;

export function PlanSection({ operated }: { operated: Operated }) {
  const { t } = useTranslation('operator');
  const { plan, plan_until: until } = operated.organization;
  return (
    <Section
      title={t('plan.title')}
      actions={
        operated.actions.includes('grant_plan') && (
          <ActModal label={t('plan.grant')} title={t('plan.grant')}>
            {(close) => <GrantForm operated={operated} onDone={close} />}
          </ActModal>
        )
      }
    >
      <DataList
        items={[
          { label: t('plan.current'), value: plan ? t(`plans.${plan as Plan}`) : t('plan.none') },
          ...(until ? [{ label: t('plan.until'), value: <DateText value={until} /> }] : []),
        ]}
      />
    </Section>
  );
}

function GrantForm({ operated, onDone }: { operated: Operated; onDone: () => void }) {
  const { t } = useTranslation('operator');
  const locale = useLocale();
  const { grantPlan } = useActs();
  const { id, name, plan_until: paidUntil } = operated.organization;
  const form = useApiForm({
    initialValues: { plan: 'vip_plus', months: USUAL_MONTHS as number | string },
    send: ({ plan, months }, key) => grantPlan(id, wish(plan, months), key),
    onDone: ({ organization }) => {
      const plan = t(`plans.${organization.plan as Plan}`);
      toast.done(t('plan.done', { plan, name }));
      onDone();
    },
  });
  const vip = form.form.getValues().plan === 'vip_plus';
  const date = paidUntil && formatDate(paidUntil, locale);
  return (
    <Form form={form} submitLabel={t('plan.submit')}>
      <Radio.Group label={t('plan.which')} {...form.field('plan')}>
        <Stack gap="xs" mt="xs">
          {PLANS.map((plan) => (
            <Radio
              key={plan}
              value={plan}
              label={t(`plans.${plan}`)}
              description={t(`plan.gives.${plan}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {vip && (
        <NumberInput
          label={t('plan.months')}
          description={date ? t('plan.onTop', { date }) : t('plan.fromToday')}
          min={1}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          {...form.field('months')}
        />
      )}
      {!vip && date && <Notice tone="caution">{t('plan.loses', { date })}</Notice>}
    </Form>
  );
}

/** The API knows the longest grant, and says so; a field that was emptied is not a number of months. */
function wish(plan: string, months: number | string) {
  return plan === 'vip_plus' ? { plan, months: Number(months) || 0 } : { plan };
}
