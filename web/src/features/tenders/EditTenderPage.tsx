// Revising a published tender: who had made an offer for what changes is asked to confirm it.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useGo, usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ConfirmModal } from '@/ui/ConfirmModal';
import { Fieldset, Form } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader } from '@/ui/Page';
import { EmptyState, QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { formOf, inputOf, missingIn, type TenderForm } from './draft';
import { GuestFields, LotsFields, PlaceFields, WhatFields } from './EventFields';
import { tenderQuery, useTenderChanges, type Tender } from './queries';
import { offersTouched } from './revision';

export default function EditTenderPage() {
  const { t } = useTranslation('tenders');
  const id = usePathParam('id');
  const query = useQuery(tenderQuery(id));
  return (
    <Page width="form">
      <PageHeader
        title={t('edit.title')}
        crumbs={[
          { label: t('mine.title'), href: urls.events() },
          { label: query.data?.event.title ?? '…', href: urls.event(id) },
        ]}
      />
      <QueryState query={query}>
        {(tender) =>
          tender.actions.includes('edit') ? (
            <EditForm tender={tender} />
          ) : (
            <TooLate tender={tender} />
          )
        }
      </QueryState>
    </Page>
  );
}

function TooLate({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  return (
    <EmptyState
      title={t('edit.tooLate')}
      action={
        <ButtonLink href={urls.event(tender.id)} variant="default">
          {t('edit.back')}
        </ButtonLink>
      }
    >
      {t('edit.tooLateText')}
    </EmptyState>
  );
}

function EditForm({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  const { t: ui } = useTranslation('ui');
  const { write } = useTenderChanges();
  const go = useGo();
  const [initial] = useState(() => formOf(tender));
  const [asking, setAsking] = useState<TenderForm | null>(null);
  // The form's own press opens the question; the answer to it is what is sent.
  const form = useApiForm<TenderForm, TenderForm>({
    initialValues: initial,
    validate: (values) =>
      Object.fromEntries(
        missingIn('review', values).map((field) => [field, t('draft.missingField')]),
      ),
    send: (values) => Promise.resolve(values),
    onDone: (values) => setAsking(structuredClone(values)),
  });
  const eventLocked = tender.lots.some((lot) => lot.status === 'in_work');

  async function save(values: TenderForm) {
    const { event, lots } = inputOf(values);
    const saved = await write(tender, eventLocked ? { lots } : { event, lots });
    toast.done(saved.revision > tender.revision ? t('edit.saved') : t('edit.nothing'));
    go(urls.event(tender.id));
  }

  return (
    <>
      <Notice tone="caution" title={t('edit.warningTitle')}>
        {t('edit.warningText')}
      </Notice>
      <Form
        form={form}
        submitLabel={t('edit.submit')}
        others={
          <ButtonLink href={urls.event(tender.id)} variant="default">
            {ui('cancel')}
          </ButtonLink>
        }
      >
        {eventLocked ? (
          <Notice>{t('edit.lockedEvent')}</Notice>
        ) : (
          <>
            <WhatFields form={form} />
            <Fieldset legend={t('draft.steps.where')}>
              <PlaceFields form={form} />
            </Fieldset>
            <Fieldset legend={t('draft.steps.who')}>
              <GuestFields form={form} />
            </Fieldset>
          </>
        )}
        <Fieldset legend={t('draft.steps.trades')}>
          <LotsFields form={form} />
        </Fieldset>
      </Form>
      <ConfirmRevision
        tender={tender}
        values={asking}
        onClose={() => setAsking(null)}
        onConfirm={save}
      />
    </>
  );
}

interface ConfirmRevisionProps {
  tender: Tender;
  values: TenderForm | null;
  onClose: () => void;
  onConfirm: (values: TenderForm) => Promise<void>;
}

function ConfirmRevision({ tender, values, onClose, onConfirm }: ConfirmRevisionProps) {
  const { t } = useTranslation('tenders');
  const touched = values && offersTouched(tender, values);
  return (
    <ConfirmModal
      opened={values !== null}
      onClose={onClose}
      title={t('edit.confirmTitle')}
      consequences={[
        touched?.toConfirm && t('edit.confirmOffers', { count: touched.toConfirm }),
        touched?.chosen && t('edit.confirmChosen'),
        touched?.dropped && t('edit.confirmDropped'),
        !touched?.toConfirm && !touched?.chosen && !touched?.dropped && t('edit.confirmNobody'),
      ].filter(Boolean)}
      confirmLabel={t('edit.submit')}
      onConfirm={() => (values ? onConfirm(values) : Promise.resolve())}
    />
  );
}
