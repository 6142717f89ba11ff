// The form of a campaign: what it says, where and when it is shown, its banner, and what that costs.
import { Radio, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '@/api/useApiForm';
import { useDepartements } from '@/app/reference';
import { formatMoney } from '@/lib/money';
import { urls } from '@/lib/urls';
import { DateInput } from '@/ui/DateInput';
import { DepartementSelect } from '@/ui/fields';
import { Fieldset, Form } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import { RadioCards } from '@/ui/RadioCards';
import { useLocale } from '@/ui/values';
import { BannerFields } from './BannerFields';
import classes from './campaigns.module.css';
import { dayPriceOf, daysOf, PLACEMENTS, priceOf, type CampaignForm } from './form';
import { PriceSums } from './PriceSums';
import type { Choices } from './queries';

export interface FieldsProps {
  form: ApiForm<CampaignForm>;
  choices: Choices;
}

interface CampaignFieldsProps extends FieldsProps {
  submitLabel: string;
  note?: string;
}

export function CampaignFields({ form, choices, submitLabel, note }: CampaignFieldsProps) {
  const { t } = useTranslation('campaigns');
  return (
    <Form
      form={form}
      submitLabel={submitLabel}
      note={note}
      others={
        <ButtonLink href={urls.campaigns} variant="default">
          {t('form.back')}
        </ButtonLink>
      }
    >
      <What form={form} />
      <Where form={form} choices={choices} />
      <When form={form} choices={choices} />
      <BannerFields form={form} choices={choices} />
      <HowMuch form={form} choices={choices} />
    </Form>
  );
}

function What({ form }: Pick<FieldsProps, 'form'>) {
  const { t } = useTranslation('campaigns');
  return (
    <Fieldset legend={t('form.what')}>
      <TextInput
        label={t('form.title')}
        description={t('form.titleHint')}
        maxLength={100}
        {...form.field('title')}
      />
      <TextInput
        label={t('form.link')}
        description={t('form.linkHint')}
        type="url"
        inputMode="url"
        autoComplete="url"
        placeholder="https://"
        maxLength={200}
        {...form.field('link')}
      />
    </Fieldset>
  );
}

function Where({ form, choices }: FieldsProps) {
  const { t } = useTranslation('campaigns');
  const locale = useLocale();
  const departements = useDepartements().data ?? [];
  return (
    <Fieldset legend={t('form.where')}>
      <RadioCards
        label={t('form.placement')}
        choices={PLACEMENTS.map((placement) => {
          const price = dayPriceOf(choices, placement);
          return {
            value: placement,
            label: t(`placement.${placement}`),
            description: (
              <>
                {t(`placementText.${placement}`)}
                {price && (
                  <span className={classes.dayPrice}>
                    {t('perDay', { price: formatMoney(price, locale, 'auto') })}
                  </span>
                )}
              </>
            ),
          };
        })}
        {...form.field('placement')}
      />
      <DepartementSelect
        label={t('form.departement')}
        description={t('form.departementHint')}
        options={departements}
        {...form.field('departement')}
      />
    </Fieldset>
  );
}

function When({ form, choices }: FieldsProps) {
  const { t } = useTranslation('campaigns');
  return (
    <Fieldset legend={t('form.when')}>
      <Radio.Group label={t('form.days')} {...form.field('days')}>
        <div className={classes.days}>
          {daysOf(choices).map((days) => (
            <Radio key={days} value={days} label={t('days', { count: Number(days) })} />
          ))}
        </div>
      </Radio.Group>
      <DateInput
        label={t('form.startsOn')}
        description={t('form.startsOnHint')}
        minDate={choices.first_day}
        maxDate={choices.last_day}
        {...form.field('starts_on')}
      />
    </Fieldset>
  );
}

function HowMuch({ form, choices }: FieldsProps) {
  const { t } = useTranslation('campaigns');
  const values = form.form.getValues();
  const price = priceOf(choices, values);
  return (
    <Fieldset legend={t('price.title')}>
      {price ? (
        <PriceSums
          price={price}
          placement={values.placement}
          days={Number(values.days)}
          total={t('price.gross')}
          live
        />
      ) : (
        <p className={classes.hint}>{t('price.choose')}</p>
      )}
    </Fieldset>
  );
}
