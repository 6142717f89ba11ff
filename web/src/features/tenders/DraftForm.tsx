// One form for the five steps. Going on, going back and leaving all save the draft; publishing is the end.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { useApiForm } from '@/api/useApiForm';
import { useGo, useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Form } from '@/ui/Form';
import { Steps } from '@/ui/Steps';
import { toast } from '@/ui/toast';
import { DiscardDraft } from './DiscardDraft';
import { DraftReview } from './DraftReview';
import {
  furthestStep,
  inputOf,
  missingIn,
  STEPS,
  stepToShow,
  type Step,
  type TenderForm,
} from './draft';
import { GuestFields, LotsFields, PlaceFields, WhatFields } from './EventFields';
import { useTenderChanges, type Tender } from './queries';

interface DraftFormProps {
  /** None before the first saving. */
  tender: Tender | null;
  initial: TenderForm;
}

export function DraftForm({ tender, initial }: DraftFormProps) {
  const { t } = useTranslation('tenders');
  const wizard = useWizard(tender, initial);
  const { form, number, step } = wizard;
  return (
    <Steps names={STEPS.map((name) => t(`draft.steps.${name}`))} current={number}>
      <Form
        key={step}
        form={form}
        submitLabel={step === 'review' ? t('draft.publish') : t('draft.next')}
        note={step === 'review' ? t('draft.publishNote') : t('draft.saved')}
        others={
          <>
            {number > 1 && (
              <Button variant="default" onClick={() => void wizard.goBack()}>
                {t('draft.back')}
              </Button>
            )}
            <Button variant="subtle" color="gray" onClick={() => void wizard.leave()}>
              {t('draft.later')}
            </Button>
          </>
        }
      >
        {step === 'what' && <WhatFields form={form} />}
        {step === 'where' && <PlaceFields form={form} />}
        {step === 'who' && <GuestFields form={form} />}
        {step === 'trades' && <LotsFields form={form} />}
        {step === 'review' && tender && <DraftReview tender={tender} />}
      </Form>
      {tender?.actions.includes('delete') && <DiscardDraft tender={tender} />}
    </Steps>
  );
}

/** Without an address to say it, a draft is taken up where it was left. */
function askedStep(asked: string | undefined, tender: Tender | null): string | undefined {
  return asked ?? (tender?.draft_step ? String(tender.draft_step) : undefined);
}

function useWizard(tender: Tender | null, initial: TenderForm) {
  const { t } = useTranslation('tenders');
  const filters = useUrlFilters();
  const go = useGo();
  const { begin, write, publish } = useTenderChanges();
  const [start] = useState(initial);
  const asked = askedStep(filters.one('etape'), tender);

  const save = (values: TenderForm, draftStep: number, key: string) => {
    const input = inputOf(values, draftStep);
    return tender ? write(tender, input) : begin(input, key);
  };

  const show = (saved: Tender, step: number) =>
    go(urls.newEvent({ brouillon: saved.id, etape: step }), { replace: !tender });

  const form = useApiForm<TenderForm, Tender>({
    initialValues: start,
    validate: (values) => requiredErrors(current(values).step, values, t('draft.missingField')),
    send: async (values, key) => {
      const { number, step } = current(values);
      if (step === 'review' && tender) return publish(tender.id);
      return save(values, number + 1, key);
    },
    onDone: (saved, values) => {
      if (saved.status !== 'draft') {
        toast.done(t('draft.publishedNews'));
        return go(urls.event(saved.id), { replace: true });
      }
      keepLotIds(form.form, saved);
      show(saved, Math.min(current(values).number + 1, STEPS.length));
    },
  });

  function current(values: TenderForm): { number: number; step: Step } {
    const number = tender ? stepToShow(asked, values) : 1;
    return { number, step: STEPS[number - 1] ?? 'what' };
  }

  /** Saves what is typed, complete or not. False when the API refused it: the form then says why. */
  async function saveAsIs(step: number): Promise<Tender | null> {
    try {
      const saved = await save(form.form.getValues(), step, crypto.randomUUID());
      keepLotIds(form.form, saved);
      return saved;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toast.refused(error);
      return null;
    }
  }

  const { number, step } = current(form.form.getValues());
  return {
    form,
    number,
    step,
    goBack: async () => {
      const saved = await saveAsIs(number - 1);
      if (saved) show(saved, number - 1);
    },
    leave: async () => {
      if (!(await saveAsIs(Math.min(number, furthestStep(form.form.getValues()))))) return;
      toast.done(t('draft.laterNews'));
      go(urls.events());
    },
  };
}

function requiredErrors(step: Step, values: TenderForm, message: string) {
  if (step === 'review') return {};
  return Object.fromEntries(missingIn(step, values).map((field) => [field, message]));
}

interface LotsHolder {
  getValues: () => TenderForm;
  setFieldValue: (path: 'lots', value: TenderForm['lots']) => void;
}

/** New lots have their ids now: saving again must not make them twice. */
function keepLotIds(form: LotsHolder, saved: Tender) {
  const written = form.getValues().lots.filter((lot) => lot.trade);
  form.setFieldValue(
    'lots',
    written.map((lot, index) => ({ ...lot, id: saved.lots[index]?.id ?? lot.id })),
  );
}
