// What each side decides about a request. A button is there when the view permits it; what others are told of
// asks first and names what follows.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@/app/reference';
import { useVatExempt } from '@/app/session';
import { useSides } from '@/app/sides';
import { useGo } from '@/app/url-state';
import { formatDate } from '@/lib/dates';
import { urls } from '@/lib/urls';
import { AskingButton } from '@/ui/AskingButton';
import { AskingWhyButton } from '@/ui/AskingWhyButton';
import { VatSelect } from '@/ui/LinesFields';
import { ButtonLink } from '@/ui/Link';
import { Money, useLocale } from '@/ui/values';
import { useQuoteRequestChanges, type QuoteRequest } from './queries';

interface Props {
  request: QuoteRequest;
}

export function QuoteRequestActions({ request }: Props) {
  const { t } = useTranslation('quote-requests');
  const can = (action: string) => request.actions.includes(action);
  return (
    <>
      {can('accept') && <Accept request={request} />}
      {request.offer && (
        <ButtonLink href={urls.customOffer(request.offer)}>{t('sheet.offer')}</ButtonLink>
      )}
      {can('adjust') && (
        <ButtonLink href={urls.newCustomOffer(request.conversation, request.id)} variant="default">
          {t('adjust')}
        </ButtonLink>
      )}
      <ButtonLink href={urls.conversation(request.conversation)} variant="default">
        {t('sheet.conversation')}
      </ButtonLink>
      {can('decline') && <Decline request={request} />}
      {can('withdraw') && <Withdraw request={request} />}
    </>
  );
}

/** S4-013, S4-014: the client's price and day become an offer, which can be ordered later. */
function Accept({ request }: Props) {
  const { t } = useTranslation('quote-requests');
  const { accept } = useQuoteRequestChanges();
  const { other: name } = useSides(request);
  const locale = useLocale();
  const go = useGo();
  const exempt = useVatExempt();
  const count = useSettings().data?.quote_days ?? 0;
  const [rate, setRate] = useState('2000');
  return (
    <AskingButton
      primary
      label={t('accept.button')}
      title={t('accept.title', { name })}
      confirmLabel={t('accept.button')}
      consequences={[
        <>
          {t('accept.price')} <Money value={request.budget} cents="auto" /> {t('gross')}.
        </>,
        t('accept.day', { day: formatDate(request.wanted_on, locale) }),
        t('accept.later', { name, count }),
      ]}
      onConfirm={async () => {
        const offer = await accept(request.id, exempt ? 0 : Number(rate));
        go(urls.customOffer(offer.id));
      }}
      done={t('accept.done')}
    >
      {exempt === false && (
        <VatSelect
          label={t('accept.vat')}
          value={rate}
          onChange={(value) => setRate(value ?? rate)}
        />
      )}
    </AskingButton>
  );
}

function Decline({ request }: Props) {
  const { t } = useTranslation('quote-requests');
  const { decline } = useQuoteRequestChanges();
  const { other: name } = useSides(request);
  return (
    <AskingWhyButton
      label={t('decline.button')}
      title={t('decline.title', { name })}
      confirmLabel={t('decline.confirm')}
      consequences={[t('decline.told', { name })]}
      onConfirm={(reason) => decline(request.id, reason)}
      done={t('decline.done')}
      reasonLabel={t('decline.reason')}
    />
  );
}

function Withdraw({ request }: Props) {
  const { t } = useTranslation('quote-requests');
  const { withdraw } = useQuoteRequestChanges();
  const { other: name } = useSides(request);
  return (
    <AskingButton
      danger
      label={t('withdraw.button')}
      title={t('withdraw.title')}
      confirmLabel={t('withdraw.button')}
      consequences={[t('withdraw.told', { name })]}
      onConfirm={() => withdraw(request.id)}
      done={t('withdraw.done')}
    />
  );
}
