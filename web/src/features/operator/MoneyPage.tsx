// « Argent »: whose money the platform holds, what is its own, and what leaves. The books say it; nothing is
// added up here.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataList } from '@/ui/DataList';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader, Section } from '@/ui/Page';
import { QueryState, RowsSkeleton } from '@/ui/states';
import { Money } from '@/ui/values';
import classes from './MoneyPage.module.css';
import { Outgoings } from './Outgoings';
import { ledgerQuery, type Ledger } from './queries';

const OTHERS = ['kept', 'payable', 'out', 'suspense'] as const;
const OWN = ['commissions', 'plans', 'campaigns', 'vat', 'charge_backs'] as const;
type Book = (typeof OTHERS | typeof OWN)[number];

export default function MoneyPage() {
  const { t } = useTranslation('operator');
  const ledger = useQuery(ledgerQuery);
  return (
    <Page>
      <PageHeader title={t('money.title')} lead={t('money.lead')} />
      <QueryState query={ledger} waiting={<RowsSkeleton count={8} />}>
        {(data) => (
          <>
            {data.stopped && <Stopped reason={data.stopped} />}
            <Section title={t('money.others')}>
              <Sums ledger={data} books={OTHERS} />
            </Section>
            <Section title={t('money.own')}>
              <Sums ledger={data} books={OWN} />
            </Section>
          </>
        )}
      </QueryState>
      <Outgoings />
    </Page>
  );
}

/** Only somebody on the server can find the cause, and let money move again. */
function Stopped({ reason }: { reason: string }) {
  const { t } = useTranslation('operator');
  return (
    <Notice tone="caution" title={t('money.stopped')}>
      <p>{t('money.stoppedText')}</p>
      <p>
        <code>{reason}</code>
      </p>
    </Notice>
  );
}

function Sums({ ledger, books }: { ledger: Ledger; books: readonly Book[] }) {
  const { t } = useTranslation('operator');
  return (
    <DataList
      items={books.map((book) => ({
        label: t(`money.books.${book}`),
        value: (
          <>
            <Money value={ledger[book]} />
            <p className={classes.hint}>{t(`money.bookHints.${book}`)}</p>
          </>
        ),
      }))}
    />
  );
}
