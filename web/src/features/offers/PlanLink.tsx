// S1-069: who may not apply without the paid plan is led to the plans.
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/problem';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';

export const isAboutPlan = (code: string) =>
  code === 'plan_required' || code === 'subscription_required';

/** In place of a form that would be refused. */
export function PlanFirst() {
  const { t } = useTranslation('offers');
  return (
    <Notice
      title={t('plan.freeTitle')}
      action={
        <ButtonLink href={urls.plans} size="sm">
          {t('plan.see')}
        </ButtonLink>
      }
    >
      {t('plan.freeText')}
    </Notice>
  );
}

/** Under a refusal: the plan ran out while the form was open. */
export function PlanLink({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation('offers');
  if (!problem || !isAboutPlan(problem.code)) return null;
  return (
    <Notice action={<ButtonLink href={urls.plans}>{t('plan.see')}</ButtonLink>}>
      {t('plan.kept')}
    </Notice>
  );
}
