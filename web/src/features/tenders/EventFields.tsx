// The fields of an event and its lots, by group: the steps of the guided form, and the whole when a
// published tender is edited.
import {
  Button,
  Checkbox,
  Chip,
  Input,
  NumberInput,
  Radio,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconTextPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '@/api/useApiForm';
import { useDepartements, useEventKinds } from '@/app/reference';
import { DateInput } from '@/ui/DateInput';
import { DepartementSelect } from '@/ui/fields';
import { FieldRow, useOptionalLabel } from '@/ui/Form';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';
import { hasBrackets, withSample, type TenderForm } from './draft';
import classes from './EventFields.module.css';

export { LotsFields } from './LotsFields';

interface FieldsProps {
  form: ApiForm<TenderForm>;
}

export function WhatFields({ form }: FieldsProps) {
  const { t } = useTranslation('tenders');
  const { value, onChange, error } = form.field('event.kind');
  const kinds = useEventKinds().data ?? [];
  return (
    <>
      <Input.Wrapper label={t('draft.kind')} error={error} labelElement="div">
        <div
          className={classes.kinds}
          role="radiogroup"
          aria-label={t('draft.kind')}
          tabIndex={error ? -1 : undefined}
          aria-invalid={error ? true : undefined}
        >
          <Chip.Group value={value as string} onChange={onChange as (kind: string) => void}>
            {kinds.map((kind) => (
              <Chip key={kind.slug} value={kind.slug} size="md" variant="outline">
                {kind.name}
              </Chip>
            ))}
          </Chip.Group>
        </div>
      </Input.Wrapper>
      <TextInput
        label={t('draft.eventTitle')}
        description={t('draft.eventTitleHint')}
        maxLength={120}
        {...form.field('event.title')}
      />
    </>
  );
}

export function PlaceFields({ form }: FieldsProps) {
  const { t } = useTranslation('tenders');
  const optional = useOptionalLabel();
  const departements = useDepartements().data ?? [];
  const { event } = form.form.getValues();
  return (
    <>
      <FieldRow>
        <DateInput
          label={event.day_flexible ? optional(t('draft.day')) : t('draft.day')}
          minDate={today()}
          clearable
          {...form.field('event.day')}
        />
        <TextInput
          type="time"
          label={optional(t('draft.startTime'))}
          {...form.field('event.start_time')}
        />
      </FieldRow>
      <Checkbox
        label={t('draft.dayFlexible')}
        {...form.form.getInputProps('event.day_flexible', { type: 'checkbox' })}
      />
      <FieldRow>
        <TextInput
          label={t('draft.town')}
          maxLength={80}
          autoComplete="address-level2"
          {...form.field('event.town')}
        />
        <DepartementSelect options={departements} {...form.field('event.departement')} />
      </FieldRow>
      <VenueFields form={form} />
    </>
  );
}

/** Today where the reader is, as a calendar day. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date());
}

function VenueFields({ form }: FieldsProps) {
  const { t } = useTranslation('tenders');
  const known = form.form.getValues().event.venue_known;
  return (
    <>
      <Radio.Group
        label={t('draft.venue')}
        value={known ? 'known' : 'wanted'}
        onChange={(value) => form.form.setFieldValue('event.venue_known', value === 'known')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="wanted" label={t('draft.venueWanted')} />
          <Radio value="known" label={t('draft.venueKnown')} />
        </Stack>
      </Radio.Group>
      {known && (
        <TextInput
          label={t('draft.venueName')}
          description={t('draft.venueHint')}
          maxLength={200}
          {...form.field('event.venue')}
        />
      )}
    </>
  );
}

export function GuestFields({ form }: FieldsProps) {
  const { t } = useTranslation('tenders');
  const optional = useOptionalLabel();
  const locale = useLocale();
  return (
    <>
      <FieldRow>
        <NumberInput
          label={t('draft.guests')}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          thousandSeparator={locale === 'fr' ? '\u202f' : ','}
          {...form.field('event.guests')}
        />
        <TextInput
          label={optional(t('draft.guestAges'))}
          description={t('draft.guestAgesHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={120}
          {...form.field('event.guest_ages')}
        />
      </FieldRow>
      <Description form={form} />
      <Checkbox
        label={t('draft.ideas')}
        {...form.form.getInputProps('event.ideas_wanted', { type: 'checkbox' })}
      />
    </>
  );
}

/** S1-033: the sample text of this kind of event goes in with one press. */
function Description({ form }: FieldsProps) {
  const { t } = useTranslation('tenders');
  const { data: kinds, isPending } = useEventKinds();
  const { kind, description } = form.form.getValues().event;
  const sample = (kinds?.find((one) => one.slug === kind) ?? kinds?.at(-1))?.sample;
  function insert() {
    if (!sample) return;
    form.form.setFieldValue('event.description', withSample(description, sample));
    toast.done(t('draft.sampleNews'));
  }
  return (
    <div className={classes.description}>
      <Textarea
        label={t('draft.description')}
        description={t('draft.descriptionHint')}
        autosize
        minRows={7}
        maxRows={24}
        maxLength={5000}
        {...form.field('event.description')}
      />
      <div className={classes.sample} aria-busy={isPending}>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconTextPlus size={18} stroke={1.75} aria-hidden />}
          onClick={insert}
          disabled={!sample}
        >
          {t('draft.sample')}
        </Button>
        {hasBrackets(description) && <p role="status">{t('draft.brackets')}</p>}
      </div>
    </div>
  );
}
