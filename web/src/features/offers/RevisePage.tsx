// A new version of an offer (S1-072), as often as its provider wants until the lot is in work.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useVatExempt } from '@/app/session';
import { useGo, usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Form } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Columns, Page, PageHeader } from '@/ui/Page';
import { EmptyState, QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { Advice } from './Advice';
import { OfferFields } from './OfferFields';
import { offerQuery, useOfferChanges, type Offer } from './queries';
import { requiredErrors } from './required';
import { formOf, inputOf, type OfferForm } from './terms';

export default function RevisePage() {
  const query = useQuery(offerQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={query}>
        {(offer) =>
          offer.actions.includes('revise') ? <Revising offer={offer} /> : <TooLate offer={offer} />
        }
      </QueryState>
    </Page>
  );
}

/** S1-073. */
function TooLate({ offer }: { offer: Offer }) {
  const { t } = useTranslation('offers');
  return (
    <EmptyState
      asPageTitle
      title={t('revise.tooLate')}
      action={
        <ButtonLink href={urls.offer(offer.id)} variant="default">
          {t('apply.seeMine')}
        </ButtonLink>
      }
    />
  );
}

function Revising({ offer }: { offer: Offer }) {
  const { t } = useTranslation('offers');
  const exempt = useVatExempt();
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('mine.title'), href: urls.events() },
          { label: offer.tender.title, href: urls.offer(offer.id) },
        ]}
        title={t('revise.title')}
        lead={t('revise.lead', { number: offer.number + 1 })}
      />
      {offer.state === 'chosen' && <Notice tone="caution">{t('revise.chosen')}</Notice>}
      <Columns aside={<Advice />}>
        {exempt !== undefined && <ReviseForm offer={offer} exempt={exempt} />}
      </Columns>
    </>
  );
}

function ReviseForm({ offer, exempt }: { offer: Offer; exempt: boolean }) {
  const { t } = useTranslation('offers');
  const { t: ui } = useTranslation('ui');
  const { revise } = useOfferChanges();
  const go = useGo();
  const [initial] = useState(() => formOf(offer));
  const form = useApiForm<OfferForm, Offer>({
    initialValues: initial,
    validate: (values) => requiredErrors(values, t('form.missing')),
    send: (values) => revise(offer, inputOf(values)),
    onDone: () => {
      toast.done(t('revise.done'));
      go(urls.offer(offer.id), { replace: true });
    },
  });
  return (
    <Form
      form={form}
      submitLabel={t('revise.submit')}
      note={t('revise.note')}
      others={
        <ButtonLink href={urls.offer(offer.id)} variant="default">
          {ui('cancel')}
        </ButtonLink>
      }
    >
      <OfferFields form={form} exempt={exempt} eventDay={offer.tender.day} />
    </Form>
  );
}
