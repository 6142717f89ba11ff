// What a provider does and where: one main trade, up to 8 départements or the whole of France.
import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '@/api/useApiForm';
import { useDepartements, useSettings, useTrades } from '@/app/reference';
import { DepartementsSelect, TradeSelect } from '@/ui/fields';
import { Fieldset } from '@/ui/Form';
import type { Values } from './form';

export function ActivityFields({ form }: { form: ApiForm<Values> }) {
  const { t } = useTranslation('registrations');
  const trades = useTrades().data ?? [];
  const departements = useDepartements().data ?? [];
  const max = useSettings().data?.departements_max ?? 8;
  const values = form.form.getValues();
  return (
    <Fieldset legend={t('activity')}>
      <TradeSelect
        label={t('trade')}
        options={trades}
        value={values.trades[0] ?? null}
        onChange={(trade) => form.form.setFieldValue('trades', trade ? [trade] : [])}
        error={form.field('trades').error as string | undefined}
      />
      {!values.france_wide && (
        <DepartementsSelect
          label={t('departements')}
          options={departements}
          max={max}
          {...form.field('departements')}
        />
      )}
      {!values.france_wide && <Neighbours form={form} max={max} />}
      <Checkbox
        label={t('franceWide')}
        {...form.form.getInputProps('france_wide', { type: 'checkbox' })}
      />
    </Fieldset>
  );
}

/** The neighbours of what is already chosen, one click away (S1-063). */
function Neighbours({ form, max }: { form: ApiForm<Values>; max: number }) {
  const { t } = useTranslation('registrations');
  const departements = useDepartements().data ?? [];
  const chosen = form.form.getValues().departements;
  const codes = departements
    .filter(({ code }) => chosen.includes(code))
    .flatMap(({ neighbours }) => neighbours)
    .filter((code, index, all) => !chosen.includes(code) && all.indexOf(code) === index);
  if (chosen.length === 0 || chosen.length >= max || codes.length === 0) return null;
  return (
    <div>
      <p>{t('neighbours')}</p>
      <Button.Group style={{ flexWrap: 'wrap' }}>
        {codes.slice(0, 8).map((code) => (
          <Button
            key={code}
            size="compact-sm"
            variant="default"
            onClick={() => form.form.setFieldValue('departements', [...chosen, code])}
          >
            {code} {departements.find((one) => one.code === code)?.name}
          </Button>
        ))}
      </Button.Group>
    </div>
  );
}
