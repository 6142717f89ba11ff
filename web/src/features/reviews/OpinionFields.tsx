// What a client says of a mission that is over: its stars, its words, the day (S1-090, S1-091).
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useGo } from '@/app/url-state';
import { DateInput } from '@/ui/DateInput';
import { Fieldset, Form } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import { StarsInput } from '@/ui/Stars';
import { toast } from '@/ui/toast';
import { emptyOpinion, inputOf, lackingIn, likelyDay, PARTS, type OpinionForm } from './opinion';
import classes from './OpinionFields.module.css';
import type { OpinionInput, Review } from './queries';

/** A calendar day where the reader is. */
const dayOf = (instant: Date) => new Intl.DateTimeFormat('sv-SE').format(instant);

interface OpinionFieldsProps {
  /** When the mission began: the service took place from that day on. */
  startedAt: string;
  /** The day that is likely meant; today without one. */
  day?: string | null;
  /** The mission's page, before and after. */
  back: string;
  publish: (opinion: OpinionInput) => Promise<Review>;
}

export function OpinionFields({ startedAt, day, back, publish }: OpinionFieldsProps) {
  const { t } = useTranslation('reviews');
  const go = useGo();
  const [days] = useState(() => ({
    started: dayOf(new Date(startedAt)),
    today: dayOf(new Date()),
  }));
  const form = useApiForm<OpinionForm, Review>({
    initialValues: emptyOpinion(likelyDay(day, days.started, days.today)),
    validate: (values) =>
      Object.fromEntries(lackingIn(values).map((field) => [field, t(`lacking.${field}`)])),
    send: (values) => publish(inputOf(values)),
    onDone: () => {
      toast.done(t('published'));
      go(back, { replace: true });
    },
  });
  return (
    <Form
      form={form}
      submitLabel={t('submit')}
      note={t('note')}
      others={
        <ButtonLink href={back} variant="default">
          {t('later')}
        </ButtonLink>
      }
    >
      <StarsInput label={t('rating')} description={t('ratingHint')} {...form.field('rating')} />
      <Textarea
        label={t('comment')}
        description={t('commentHint')}
        autosize
        minRows={5}
        maxLength={4000}
        {...form.field('comment')}
      />
      <DateInput
        label={t('experiencedOn')}
        maw="16rem"
        minDate={days.started}
        maxDate={days.today}
        {...form.field('experienced_on')}
      />
      <Fieldset legend={t('partsTitle')} hint={t('partsHint')}>
        <div className={classes.parts}>
          {PARTS.map((part) => (
            <StarsInput key={part} label={t(`parts.${part}`)} {...form.field(part)} />
          ))}
        </div>
      </Fieldset>
    </Form>
  );
}
