// The invoice itself: parties, lines, totals, mentions. This is what is printed.
import { useTranslation } from 'react-i18next';
import { LinesTable } from '@/ui/LinesTable';
import { Money } from '@/ui/values';
import classes from './invoices.module.css';
import type { Invoice, InvoiceKind } from './queries';

type Party = Invoice['seller'];

export function InvoiceSheet({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const credit = invoice.kind === 'credit_note';
  return (
    <article className={classes.sheet}>
      <header className={classes.parties}>
        <PartyBlock label={t('sheet.seller')} party={invoice.seller} />
        <PartyBlock label={t(credit ? 'sheet.credited' : 'sheet.buyer')} party={invoice.buyer} />
      </header>
      <LinesTable
        caption={t('sheet.lines')}
        lines={invoice.lines.map((line) => ({ ...line, label: labelOf(line, t) }))}
        totals={{
          net: invoice.net,
          shares: invoice.vat.map(({ rate, vat }) => ({ rate, vat })),
          gross: invoice.gross,
        }}
      />
      <Left invoice={invoice} />
      <section className={classes.mentions} aria-label={t('sheet.mentions')}>
        {invoice.mentions.map((mention) => (
          <p key={mention}>{mention}</p>
        ))}
      </section>
      <p className={classes.printed}>
        {t(`kindOf.${invoice.kind as InvoiceKind}`, { number: invoice.number })}
      </p>
    </article>
  );
}

type Translate = ReturnType<typeof useTranslation<'invoices'>>['t'];

function labelOf(line: Invoice['lines'][number], t: Translate): string {
  const label = line.label || t('kind.invoice');
  if (!line.discount_percent) return label;
  const discount = t('sheet.discount', {
    reason: line.discount_reason,
    percent: line.discount_percent,
  });
  return `${label} (${discount})`;
}

/** What is left once deposits and payments are taken off, when that is not the whole. */
function Left({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  if (invoice.due.amount === invoice.gross.amount && invoice.deposits.length === 0) return null;
  return (
    <dl className={classes.left}>
      {invoice.deposits.map((deposit) => (
        <div key={deposit.id}>
          <dt>{t('sheet.deposit', { number: deposit.number })}</dt>
          <dd>
            <Money value={{ ...deposit.gross, amount: -deposit.gross.amount }} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('sheet.left')}</dt>
        <dd>
          <Money value={invoice.due} />
        </dd>
      </div>
    </dl>
  );
}

function PartyBlock({ label, party }: { label: string; party: Party }) {
  const { t } = useTranslation('invoices');
  return (
    <section aria-label={label}>
      <p className={classes.label}>{label}</p>
      <h2 className={classes.name}>{party.name}</h2>
      <address>
        {party.details && <span>{party.details}</span>}
        <span>{party.street}</span>
        <span>
          {party.postal_code} {party.town}
        </span>
        {party.siret && <span>{t('sheet.siret', { number: spaced(party.siret) })}</span>}
        {party.vat_number && <span>{t('sheet.vat', { number: party.vat_number })}</span>}
      </address>
    </section>
  );
}

/** 73282932000074 as people read it. */
function spaced(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4');
}
