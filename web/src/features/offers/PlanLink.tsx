// S1-069: who may not apply without the paid plan is led to the plans.
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/problem';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';

export function PlanLink({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation('offers');
  if (problem?.code !== 'plan_required' && problem?.code !== 'subscription_required') return null;
  return (
    <Notice action={<ButtonLink href={urls.plans}>{t('plan.see')}</ButtonLink>}>
      {t('plan.kept')}
    </Notice>
  );
}
