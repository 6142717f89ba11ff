// What became of a payment, in one sentence, and the next thing to do.
import { useTranslation } from 'react-i18next';
import { useGo } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ActButton } from '@/ui/ActButton';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { boughtBy, pageOf, useOrderOf } from './about';
import classes from './payments.module.css';
import { usePaymentChanges, type Payment } from './queries';
import { failureOf, mayPayAgain, stateOf, type Failure } from './standing';

const CALM = ['succeeded', 'expired'];

export function Outcome({ payment }: { payment: Payment }) {
  const { t } = useTranslation('payments');
  const state = stateOf(payment) as 'succeeded';
  const about = boughtBy(payment);
  const again = mayPayAgain(payment);
  const kept = useKept(payment);
  return (
    <div className={classes.outcome} role="status">
      <Notice
        tone={CALM.includes(payment.state) ? 'info' : 'caution'}
        title={t(`outcome.${state}.title`)}
      >
        {payment.state === 'failed' && <p>{t(`failure.${failureOf(payment) as Failure}`)}</p>}
        <p>{kept ? t(`kept.${kept}`) : t(`outcome.${state}.${about}`)}</p>
      </Notice>
      <div className={classes.buttons}>
        {again && <PayAgain payment={payment} />}
        <ButtonLink href={pageOf(payment)} variant={again ? 'default' : 'filled'}>
          {t(`back.${about}`)}
        </ButtonLink>
      </div>
    </div>
  );
}

/** What became of the money since it arrived; nothing while it is held. */
function useKept({ order, milestone, state }: Payment) {
  const known = useOrderOf({ order });
  if (state !== 'succeeded' || !milestone) return undefined;
  const now = known?.milestones[milestone - 1]?.state;
  return (['accepted', 'settled', 'cancelled', 'disputed'] as const).find((one) => one === now);
}

function PayAgain({ payment }: { payment: Payment }) {
  const { t } = useTranslation('payments');
  const { askAgain } = usePaymentChanges();
  const go = useGo();
  return (
    <ActButton
      variant="filled"
      onAct={async () => {
        const { id } = await askAgain(payment);
        go(urls.payment(id));
      }}
    >
      {t('again')}
    </ActButton>
  );
}
