// The invoices of an order, when its provider has the platform issue them.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { urls } from '@/lib/urls';
import { Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { DateText, Money } from '@/ui/values';
import type { Order } from './queries';

type Kind = 'invoice' | 'deposit' | 'credit_note';

export function Invoices({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  // Asked again when the order changes: an approval makes one.
  const query = useQuery({
    queryKey: ['invoices', 'order', order.id, order.version],
    queryFn: () =>
      unwrap(api.GET('/v1/invoices', { params: { query: { order: order.id, limit: 100 } } })),
  });
  const invoices = query.data?.items ?? [];
  if (invoices.length === 0) return null;
  return (
    <Section title={t('invoices.title')}>
      <Rows>
        {invoices.map((invoice) => (
          <Row
            key={invoice.id}
            title={t(`invoices.${invoice.kind as Kind}`, { number: invoice.number })}
            href={urls.invoice(invoice.id)}
            facts={[
              <DateText value={invoice.issued_on} />,
              <>
                <Money value={invoice.gross} /> {t('gross')}
              </>,
            ]}
          />
        ))}
      </Rows>
    </Section>
  );
}
