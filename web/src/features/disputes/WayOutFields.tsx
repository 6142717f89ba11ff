// Choosing a way out: the mission goes on, or it ends and what is at stake is shared; both parts are shown.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '@/ui/fields';
import { RadioCards } from '@/ui/RadioCards';
import { Money } from '@/ui/values';
import classes from './disputes.module.css';
import { useNames } from './people';
import type { Dispute, WayOutInput } from './queries';
import { partsOf } from './standing';

export interface WayOutForm extends Record<string, unknown> {
  kind: 'go_on' | 'split';
  /** The provider's part, in cents; null while it is not one. */
  released: number | null;
}

export const wayOutInput = ({ kind, released }: WayOutForm): WayOutInput =>
  kind === 'split' ? { kind, released } : { kind };

/** Half for each, to begin with. */
export const halves = ({ at_stake }: Dispute): WayOutForm => ({
  kind: 'split',
  released: Math.round(at_stake.amount / 2),
});

interface WayOutFieldsProps {
  dispute: Dispute;
  values: WayOutForm;
  /** What is spread on each input. */
  field: (name: 'kind' | 'released') => object;
}

export function WayOutFields(props: WayOutFieldsProps) {
  const { t } = useTranslation('disputes');
  const direct = props.dispute.settlement === 'direct';
  return (
    <>
      <RadioCards
        label={t('fields.kind')}
        {...props.field('kind')}
        choices={(['go_on', 'split'] as const).map((one) => ({
          value: one,
          label: t(`fields.${one}`),
          description: t(`fields.${one}Hint`),
        }))}
      />
      {props.values.kind === 'split' && <Split {...props} />}
      {props.values.kind === 'split' && direct && <p>{t('fields.direct')}</p>}
    </>
  );
}

function Split({ dispute, values, field }: WayOutFieldsProps) {
  const { t } = useTranslation('disputes');
  const { named } = useNames(dispute);
  const id = useId();
  const stake = dispute.at_stake;
  const { released } = values;
  const parts = partsOf(stake.amount, released);
  const input = field('released') as { onChange: (value: number | null) => void };
  const percent = stake.amount > 0 ? Math.round(((released ?? 0) * 100) / stake.amount) : 0;
  const shown = (amount?: number) =>
    amount === undefined ? '—' : <Money value={{ ...stake, amount }} />;
  return (
    <>
      <MoneyInput
        label={t('fields.released', { name: named.provider })}
        maw="16rem"
        currency={stake.currency}
        {...input}
      />
      <div>
        <label htmlFor={id} className="visually-hidden">
          {t('fields.share', { name: named.provider })}
        </label>
        <input
          id={id}
          className={classes.share}
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.min(percent, 100)}
          onChange={({ currentTarget }) =>
            input.onChange(Math.round((stake.amount * Number(currentTarget.value)) / 100))
          }
        />
        <dl className={classes.parts} aria-live="polite">
          <div>
            <dt>{named.provider}</dt>
            <dd>{shown(parts?.provider)}</dd>
          </div>
          <div>
            <dt>{named.client}</dt>
            <dd>{shown(parts?.client)}</dd>
          </div>
        </dl>
      </div>
    </>
  );
}
