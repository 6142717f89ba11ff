// The trades a client asks for: one lot each (S1-031), with its wishes. Several lots of one trade are
// allowed: one provider is chosen for each.
import { Button, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '@/api/useApiForm';
import { useTradeName, useTrades } from '@/app/reference';
import { TradeSelect } from '@/ui/fields';
import { FieldRow, useOptionalLabel } from '@/ui/Form';
import { newLot, suggestedTrades, type TenderForm } from './draft';
import classes from './LotsFields.module.css';

const MOST = 30;

export function LotsFields({ form }: { form: ApiForm<TenderForm> }) {
  const { t } = useTranslation('tenders');
  const { lots } = form.form.getValues();
  const add = (trade: string | null) => form.form.insertListItem('lots', newLot(trade));
  const error = form.form.errors.lots;
  return (
    <div className={classes.lots}>
      <p className={classes.hint}>{t('draft.lotsHint')}</p>
      {lots.map((lot, index) => (
        <LotFields key={lot.id ?? `new-${index}`} form={form} index={index} />
      ))}
      {lots.length < MOST && (
        <>
          <Suggestions form={form} onAdd={add} />
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => add(null)}
            className={classes.add}
            aria-invalid={error ? true : undefined}
          >
            {t('draft.addLot')}
          </Button>
        </>
      )}
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

interface SuggestionsProps {
  form: ApiForm<TenderForm>;
  onAdd: (trade: string) => void;
}

function Suggestions({ form, onAdd }: SuggestionsProps) {
  const { t } = useTranslation('tenders');
  const tradeName = useTradeName();
  const { event, lots } = form.form.getValues();
  const slugs = suggestedTrades(event.kind, lots);
  return (
    <div className={classes.suggestions}>
      <p>{t('draft.suggestions')}</p>
      <div>
        {slugs.map((slug) => (
          <Button
            key={slug}
            variant="default"
            size="compact-md"
            radius="xl"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={t('draft.add', { trade: tradeName(slug) })}
            onClick={() => onAdd(slug)}
          >
            {tradeName(slug)}
          </Button>
        ))}
      </div>
    </div>
  );
}

function LotFields({ form, index }: { form: ApiForm<TenderForm>; index: number }) {
  const { t } = useTranslation('tenders');
  const optional = useOptionalLabel();
  const trades = useTrades().data ?? [];
  const number = index + 1;
  const locked = form.form.getValues().lots[index]?.locked ?? false;
  return (
    <fieldset className={classes.lot} disabled={locked}>
      <div className={classes.head}>
        <legend>{t('draft.lot', { number })}</legend>
        {!locked && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
            aria-label={t('draft.removeLotNamed', { number })}
            onClick={() => form.form.removeListItem('lots', index)}
          >
            {t('draft.removeLot')}
          </Button>
        )}
      </div>
      {locked && <p className={classes.hint}>{t('draft.locked')}</p>}
      <FieldRow>
        <TradeSelect options={trades} disabled={locked} {...form.field(`lots.${index}.trade`)} />
        <TextInput
          label={optional(t('draft.quantity'))}
          placeholder={t('draft.quantityHint')}
          maxLength={80}
          {...form.field(`lots.${index}.quantity`)}
        />
      </FieldRow>
      <Textarea
        label={optional(t('draft.wishes'))}
        placeholder={t('draft.wishesHint')}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={2000}
        {...form.field(`lots.${index}.wishes`)}
      />
    </fieldset>
  );
}
