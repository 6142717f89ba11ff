// What a payment comes to, and what becomes of the money meanwhile.
import { useTranslation } from 'react-i18next';
import { DataList } from '@/ui/DataList';
import { Link } from '@/ui/Link';
import { Sums } from '@/ui/TotalsTable';
import { DateText } from '@/ui/values';
import { boughtBy, pageOf, useOrderOf, useSubject } from './about';
import classes from './payments.module.css';
import type { Payment } from './queries';
import { isOver } from './standing';

export function PaymentSums({ payment }: { payment: Payment }) {
  const { t } = useTranslation('payments');
  const subject = useSubject(payment);
  const order = useOrderOf(payment);
  const { net, amount } = payment;
  const over = isOver(payment);
  const vat = { ...net, amount: amount.amount - net.amount };
  return (
    <div className={classes.sums}>
      <Sums
        parts={[
          { label: t('sums.net'), value: net },
          { label: t('sums.vat'), value: vat },
        ]}
        total={{ label: t(over ? 'sums.totalOver' : 'sums.total'), value: amount }}
      />
      {!over && (
        <p className={classes.promise}>
          {t(`promise.${boughtBy(payment)}`, {
            name: order?.provider.name ?? order?.provider.handle ?? t('theProvider'),
          })}
        </p>
      )}
      <DataList
        items={[
          {
            label: t('sums.about'),
            value: <Link href={pageOf(payment)}>{subject}</Link>,
          },
          { label: t('sums.asked'), value: <DateText value={payment.asked_at} as="day-time" /> },
          ...(payment.paid_at
            ? [{ label: t('sums.paid'), value: <DateText value={payment.paid_at} as="day-time" /> }]
            : []),
          ...(over
            ? []
            : [
                {
                  label: t('sums.until'),
                  value: <DateText value={payment.expires_at} as="day-time" />,
                },
              ]),
        ]}
      />
    </div>
  );
}
