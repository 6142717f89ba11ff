// « Mes factures »: what one's party received, and what was issued in its name, by year (S1-112).
import { Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useMe } from '@/app/session';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { TabLinks } from '@/ui/Tabs';
import { DateText, Money } from '@/ui/values';
import { DocumentLink } from './DocumentLink';
import classes from './invoices.module.css';
import {
  documents,
  invoicesQuery,
  yearsQuery,
  type Invoice,
  type InvoiceKind,
  type Side,
} from './queries';
import { stateOf, toneOf } from './standing';

const ISSUED = 'emises';

export default function InvoicesPage() {
  const { kind } = useMe().organization;
  return (
    <Page>{kind === 'operator' ? <NotForYou /> : <Invoices isClient={kind === 'client'} />}</Page>
  );
}

function NotForYou() {
  const { t } = useTranslation('invoices');
  return (
    <EmptyState asPageTitle title={t('notForYou')}>
      <p>{t('notForYouText')}</p>
    </EmptyState>
  );
}

function Invoices({ isClient }: { isClient: boolean }) {
  const { t } = useTranslation('invoices');
  const filters = useUrlFilters();
  const side: Side = !isClient && filters.one('onglet') === ISSUED ? 'issued' : 'received';
  const year = Number(filters.one('annee')) || undefined;
  const list = useInfiniteQuery(invoicesQuery(side, year));
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t(isClient ? 'leadClient' : 'leadProvider')}
        actions={
          isClient ? undefined : (
            <ButtonLink href={urls.invoicingMandate} variant="default">
              {t('mandate.link')}
            </ButtonLink>
          )
        }
      />
      {!isClient && <Sides side={side} />}
      <Years side={side} year={year} />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={<Nothing side={side} year={year} isClient={isClient} />}
      >
        {(invoices) => (
          <Rows>
            {invoices.map((invoice) => (
              <InvoiceRow key={invoice.id} invoice={invoice} />
            ))}
          </Rows>
        )}
      </ListState>
    </>
  );
}

function Sides({ side }: { side: Side }) {
  const { t } = useTranslation('invoices');
  return (
    <TabLinks
      label={t('tabs')}
      tabs={[
        { href: urls.invoices, label: t('received'), current: side === 'received' },
        {
          href: urls.invoicesOf({ onglet: ISSUED }),
          label: t('issued'),
          current: side === 'issued',
        },
      ]}
    />
  );
}

/** The years that have invoices; one of them can be kept as a whole. */
function Years({ side, year }: { side: Side; year: number | undefined }) {
  const { t } = useTranslation('invoices');
  const filters = useUrlFilters();
  const years = useQuery(yearsQuery(side)).data ?? [];
  const chosen = year ?? years[0]?.year;
  if (years.length === 0) return null;
  return (
    <div className={classes.years}>
      <Select
        label={t('year')}
        data={years.map((one) => String(one.year))}
        value={year === undefined ? null : String(year)}
        placeholder={t('allYears')}
        clearable
        onChange={(value) => filters.set({ annee: value })}
      />
      {chosen !== undefined && (
        <DocumentLink href={documents.year(chosen, side)}>
          {t('archive', { year: chosen })}
        </DocumentLink>
      )}
    </div>
  );
}

interface NothingProps {
  side: Side;
  year: number | undefined;
  isClient: boolean;
}

function Nothing({ side, year, isClient }: NothingProps) {
  const { t } = useTranslation('invoices');
  const title = year ? t(`none.${side}Year`, { year }) : t(`none.${side}`);
  if (side === 'issued') {
    return (
      <EmptyState
        title={title}
        action={
          <ButtonLink href={urls.invoicingMandate} variant="default">
            {t('none.giveMandate')}
          </ButtonLink>
        }
      >
        <p>{t('none.mandate')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={title}
      action={
        <ButtonLink href={isClient ? urls.orders() : urls.subscription} variant="default">
          {t(isClient ? 'none.orders' : 'none.plan')}
        </ButtonLink>
      }
    >
      <p>{t(isClient ? 'none.client' : 'none.provider')}</p>
    </EmptyState>
  );
}

function InvoiceRow({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const mine = invoice.side === 'issued';
  const kind = invoice.kind as InvoiceKind;
  return (
    <Row
      title={t(`kindOf.${kind}`, { number: invoice.number })}
      href={urls.invoice(invoice.id)}
      facts={[
        mine ? t('to', { name: invoice.buyer.name }) : t('from', { name: invoice.seller.name }),
        invoice.order_title ?? invoice.lines[0]?.label,
        <DateText value={invoice.issued_on} />,
        <>
          <Money value={invoice.gross} /> {t('gross')}
        </>,
      ]}
      status={<StatusBadge tone={toneOf(invoice)}>{t(`status.${stateOf(invoice)}`)}</StatusBadge>}
    />
  );
}
