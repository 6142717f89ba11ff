// The parts of a mission, in their order: each with its price, its delay and what is delivered. Their days
// are held against the final delivery while one types (S2-026…028).
import { ActionIcon, Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@/app/reference';
import { MoneyInput } from '@/ui/fields';
import { FieldRow } from '@/ui/Form';
import { shown, VatSelect } from '@/ui/LinesFields';
import { TotalsTable } from '@/ui/TotalsTable';
import { WHOLE, type FieldsProps } from './fields';
import { FEWEST_MILESTONES, newMilestone } from './form';
import classes from './MilestonesFields.module.css';
import { daysOf, termsTotals } from './sums';

const LIST = 'terms.milestones';

export function MilestonesFields({ form, exempt }: FieldsProps) {
  const { t } = useTranslation('custom-offers');
  const { terms } = form.form.getValues();
  const { milestones } = terms;
  const most = useSettings().data?.milestones_max ?? milestones.length;
  const error = form.form.errors[LIST];
  return (
    <>
      <ol className={classes.milestones}>
        {milestones.map((_, index) => (
          <MilestoneFields key={index} form={form} exempt={exempt} index={index} />
        ))}
      </ol>
      {error && <p className={classes.error}>{error}</p>}
      {milestones.length < most && (
        <Button
          variant="default"
          size="sm"
          className={classes.add}
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() =>
            form.form.insertListItem(LIST, newMilestone(milestones.at(-1)?.vat_rate ?? '2000'))
          }
        >
          {t('milestones.add')}
        </Button>
      )}
      <NumberInput
        label={t('form.finalDays')}
        description={t('form.deliveryDaysHint')}
        maw="20rem"
        {...WHOLE}
        {...form.field('terms.delivery_days')}
      />
      <DaysSum form={form} />
      <TotalsTable live totals={shown(termsTotals(terms))} />
    </>
  );
}

/** The running sum of the days against the final delivery. */
function DaysSum({ form }: Pick<FieldsProps, 'form'>) {
  const { t } = useTranslation('custom-offers');
  const { milestones, delivery_days } = form.form.getValues().terms;
  const { sum, final, beyond } = daysOf(milestones, delivery_days);
  const named = (count: number) => t('days', { count });
  return (
    <p className={classes.sum} data-beyond={beyond > 0 || undefined} aria-live="polite">
      {beyond > 0
        ? t('milestones.beyond', { days: named(sum), excess: named(beyond) })
        : final === null
          ? t('milestones.sum', { days: named(sum) })
          : t('milestones.within', { days: named(sum), final: named(final) })}{' '}
      {t('milestones.last')}
    </p>
  );
}

function MilestoneFields({ form, exempt, index }: FieldsProps & { index: number }) {
  const { t } = useTranslation('custom-offers');
  const id = useId();
  const field = (name: string) => form.field(`${LIST}.${index}.${name}`);
  return (
    <li>
      <fieldset className={classes.milestone} aria-labelledby={id}>
        <div className={classes.head}>
          <p id={id}>{t('milestones.milestone', { number: index + 1 })}</p>
          <Order form={form} index={index} />
        </div>
        <TextInput
          label={t('milestones.name')}
          placeholder={index === 0 ? t('milestones.nameHint') : undefined}
          maxLength={100}
          {...field('name')}
        />
        <Textarea
          label={t('milestones.description')}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={2000}
          {...field('description')}
        />
        <FieldRow>
          <NumberInput label={t('milestones.days')} {...WHOLE} {...field('days')} />
          <MoneyInput label={t('milestones.price')} {...field('price')} />
          {!exempt && <VatSelect {...(field('vat_rate') as object)} />}
        </FieldRow>
      </fieldset>
    </li>
  );
}

/** A milestone up, down, or away. */
function Order({ form, index }: Pick<FieldsProps, 'form'> & { index: number }) {
  const { t } = useTranslation('custom-offers');
  const { length } = form.form.getValues().terms.milestones;
  const number = index + 1;
  const move = (to: number) => form.form.reorderListItem(LIST, { from: index, to });
  const icon = { size: 18, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <div className={classes.order}>
      {index > 0 && (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('milestones.up', { number })}
          onClick={() => move(index - 1)}
        >
          <IconArrowUp {...icon} />
        </ActionIcon>
      )}
      {index < length - 1 && (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('milestones.down', { number })}
          onClick={() => move(index + 1)}
        >
          <IconArrowDown {...icon} />
        </ActionIcon>
      )}
      {length > FEWEST_MILESTONES && (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('milestones.removeNamed', { number })}
          onClick={() => form.form.removeListItem(LIST, index)}
        >
          <IconTrash {...icon} />
        </ActionIcon>
      )}
    </div>
  );
}
