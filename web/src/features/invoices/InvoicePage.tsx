// One invoice, as its document says it, with the document itself beside it (S1-112: viewed and printed).
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { DataList } from '@/ui/DataList';
import { Link } from '@/ui/Link';
import { Columns, Page, PageHeader } from '@/ui/Page';
import { QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText } from '@/ui/values';
import { DocumentLink } from './DocumentLink';
import { InvoiceSheet } from './InvoiceSheet';
import classes from './invoices.module.css';
import { documents, invoiceQuery, type Invoice, type InvoiceKind } from './queries';
import { stateOf, toneOf } from './standing';

export default function InvoicePage() {
  const query = useQuery(invoiceQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={query}>
        {(invoice) => <Whole invoice={invoice} />}
      </QueryState>
    </Page>
  );
}

function Whole({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const kind = invoice.kind as InvoiceKind;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: urls.invoices }]}
        title={t(`kindOf.${kind}`, { number: invoice.number })}
        documentTitle={`${t(`kindOf.${kind}`, { number: invoice.number })}, ${invoice.seller.name}`}
        aside={<StatusBadge tone={toneOf(invoice)}>{t(`status.${stateOf(invoice)}`)}</StatusBadge>}
        actions={
          <div className={classes.actions}>
            <DocumentLink href={documents.shown(invoice.id)} shown primary>
              {t('actions.show')}
            </DocumentLink>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} stroke={1.75} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('actions.print')}
            </Button>
          </div>
        }
      />
      <Columns aside={<Beside invoice={invoice} />}>
        <InvoiceSheet invoice={invoice} />
      </Columns>
    </>
  );
}

function Beside({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const period = invoice.supplied_from && invoice.supplied_to;
  const items = [
    { label: t('sheet.issuedOn'), value: <DateText value={invoice.issued_on} /> },
    ...(invoice.supplied_to
      ? [
          {
            label: t('sheet.supplied'),
            value: period ? <Period invoice={invoice} /> : <DateText value={invoice.supplied_to} />,
          },
        ]
      : []),
    ...(invoice.due_on
      ? [{ label: t('sheet.due'), value: <DateText value={invoice.due_on} /> }]
      : []),
    ...(invoice.paid_on
      ? [{ label: t('sheet.paid'), value: <DateText value={invoice.paid_on} /> }]
      : []),
    ...(invoice.order
      ? [
          {
            label: t('sheet.order'),
            value: <Link href={urls.order(invoice.order)}>{invoice.order_title}</Link>,
          },
        ]
      : []),
    ...references(t('sheet.corrects'), invoice.corrects ? [invoice.corrects] : []),
    ...references(t('sheet.creditNotes'), invoice.credit_notes ?? []),
  ];
  return (
    <div className={classes.beside}>
      <DataList items={items} />
      <div className={classes.documents}>
        <DocumentLink href={documents.kept(invoice.id)}>{t('actions.keep')}</DocumentLink>
        {invoice.language !== 'fr' && (
          <DocumentLink href={documents.kept(invoice.id, 'fr')}>
            {t('actions.keepFrench')}
          </DocumentLink>
        )}
        <DocumentLink href={documents.data(invoice.id)}>{t('actions.data')}</DocumentLink>
      </div>
    </div>
  );
}

function references(label: string, others: NonNullable<Invoice['credit_notes']>) {
  if (others.length === 0) return [];
  const links = others.map(({ id, number }) => (
    <Link key={id} href={urls.invoice(id)}>
      {number}
    </Link>
  ));
  return [{ label, value: <span className={classes.references}>{links}</span> }];
}

function Period({ invoice }: { invoice: Invoice }) {
  return (
    <>
      <DateText value={invoice.supplied_from ?? ''} as="short" /> –{' '}
      <DateText value={invoice.supplied_to ?? ''} as="short" />
    </>
  );
}
