// « Mes versements »: what a provider is owed, the bank account that it goes to, what was paid out.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { urls } from '@/lib/urls';
import { ActButton } from '@/ui/ActButton';
import { ActModal } from '@/ui/ActModal';
import { DataList } from '@/ui/DataList';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Columns, Page, PageHeader, Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState, QueryState } from '@/ui/states';
import { StatusBadge, type Tone } from '@/ui/StatusBadge';
import { toast } from '@/ui/toast';
import { DateText, Money } from '@/ui/values';
import { AccountForm } from './AccountForm';
import classes from './PayoutsPage.module.css';
import {
  accountQuery,
  payoutsQuery,
  usePayoutChanges,
  type Payout,
  type PayoutAccount,
  type PayoutState,
} from './queries';

export default function PayoutsPage() {
  const query = useQuery(accountQuery);
  return (
    <Page>
      <QueryState page query={query}>
        {(account) => <Sheet account={account} />}
      </QueryState>
    </Page>
  );
}

function Sheet({ account }: { account: PayoutAccount }) {
  const { t } = useTranslation('payouts');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={account.actions.includes('pay_out') && <PayOut />}
      />
      {!account.provider && <Notice>{t('closed')}</Notice>}
      <Columns aside={<Account account={account} />}>
        <div className={classes.owed}>
          <p className={classes.label}>{t('owed')}</p>
          <p className={classes.sum}>
            <Money value={account.payable} />
          </p>
          <p className={classes.hint}>{t(owedText(account))}</p>
        </div>
        {!account.holder && account.actions.includes('set_account') && (
          <Section title={t('account.first')} lead={t('account.firstText')}>
            <AccountForm account={account} />
          </Section>
        )}
        <Section title={t('list.title')}>
          <Payouts />
        </Section>
      </Columns>
    </>
  );
}

function owedText({ payable, holder }: PayoutAccount) {
  if (payable.amount === 0) return 'owedNothing';
  return holder ? 'owedSoon' : 'owedWhere';
}

function PayOut() {
  const { t } = useTranslation('payouts');
  const { payOut } = usePayoutChanges();
  return (
    <ActButton
      variant="filled"
      onAct={async () => {
        await payOut();
        toast.done(t('asked'));
      }}
    >
      {t('payOut')}
    </ActButton>
  );
}

/** Where the money goes; never more of its number than its end. */
function Account({ account }: { account: PayoutAccount }) {
  const { t } = useTranslation('payouts');
  const { holder, ending } = account;
  return (
    <Section title={t('account.title')}>
      {holder ? (
        <>
          <DataList
            items={[
              { label: t('account.holder'), value: holder },
              { label: t('account.number'), value: t('account.ending', { ending }) },
            ]}
          />
          {account.actions.includes('set_account') && (
            <p className={classes.change}>
              <ActModal label={t('account.change')} title={t('account.changeTitle')} size="sm">
                {(close) => <AccountForm account={account} onDone={close} />}
              </ActModal>
            </p>
          )}
        </>
      ) : (
        <p className={classes.hint}>
          {t(account.actions.includes('set_account') ? 'account.none' : 'account.noneForYou')}
        </p>
      )}
    </Section>
  );
}

function Payouts() {
  const { t } = useTranslation('payouts');
  const list = useInfiniteQuery(payoutsQuery);
  return (
    <ListState
      list={list}
      items={itemsOf(list.data)}
      empty={
        <EmptyState
          title={t('list.none')}
          action={
            <ButtonLink href={urls.orders()} variant="default">
              {t('list.orders')}
            </ButtonLink>
          }
        >
          <p>{t('list.noneText')}</p>
        </EmptyState>
      }
    >
      {(payouts) => (
        <Rows>
          {payouts.map((payout) => (
            <PayoutRow key={payout.id} payout={payout} />
          ))}
        </Rows>
      )}
    </ListState>
  );
}

const TONES: Record<PayoutState, Tone> = {
  created: 'waiting',
  sent: 'waiting',
  settled: 'positive',
  failed: 'negative',
};

function PayoutRow({ payout }: { payout: Payout }) {
  const { t } = useTranslation('payouts');
  const state = payout.state as PayoutState;
  return (
    <Row
      title={<Money value={payout.amount} />}
      facts={[
        <>
          {t('list.started')} <DateText value={payout.started_at} as="day-time" />
        </>,
        payout.settled_at && (
          <>
            {t('list.settled')} <DateText value={payout.settled_at} as="day-time" />
          </>
        ),
        state === 'failed' &&
          t(payout.failure === 'account_closed' ? 'failure.account_closed' : 'failure.other'),
      ]}
      status={<StatusBadge tone={TONES[state]}>{t(`state.${state}`)}</StatusBadge>}
    />
  );
}
