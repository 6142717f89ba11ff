// Reviews out of five: shown to the tenth, given in whole stars.
import { Input } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Stars.module.css';

const STAR = 'M10 1.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8L10 14.9l-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z';

interface StarsProps {
  /** Average from 1 to 5; null while there is no review. */
  value: number | null;
  count?: number;
}

export function Stars({ value, count }: StarsProps) {
  const { t, i18n } = useTranslation('ui');
  if (value === null) return <span className={classes.none}>{t('stars.none')}</span>;
  const shown = new Intl.NumberFormat(i18n.language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value);
  return (
    <span className={classes.stars}>
      <Drawn value={value} />
      <span className="visually-hidden">{t('stars.value', { value: shown })}</span>
      <strong aria-hidden>{shown}</strong>
      {count !== undefined && (
        <span className={classes.count}>({t('stars.reviews', { count })})</span>
      )}
    </span>
  );
}

function Drawn({ value }: { value: number }) {
  const clip = useId();
  return (
    <svg className={classes.drawn} viewBox="0 0 100 20" aria-hidden>
      <clipPath id={clip}>
        <rect width={value * 20} height="20" />
      </clipPath>
      <FiveStars className={classes.empty} />
      <g clipPath={`url(#${clip})`}>
        <FiveStars className={classes.full} />
      </g>
    </svg>
  );
}

function FiveStars({ className }: { className: string | undefined }) {
  return [0, 20, 40, 60, 80].map((x) => (
    <path key={x} className={className} d={STAR} transform={`translate(${x} 0)`} />
  ));
}

interface StarsInputProps {
  label?: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  /** 0 while no star is given. */
  value?: number;
  onChange?: (value: number) => void;
}

const NOTES = [1, 2, 3, 4, 5] as const;

/** Five radio buttons drawn as stars; pressing the given one again takes the note back. */
export function StarsInput({ label, description, error, value = 0, onChange }: StarsInputProps) {
  const { t } = useTranslation('ui');
  const name = useId();
  const labelId = useId();
  return (
    <Input.Wrapper
      label={label ?? t('stars.choose')}
      description={description}
      error={error}
      labelElement="div"
      labelProps={{ id: labelId }}
    >
      <div
        role="radiogroup"
        aria-labelledby={labelId}
        aria-invalid={error ? true : undefined}
        tabIndex={error ? -1 : undefined}
        className={classes.choice}
      >
        {NOTES.map((note) => (
          <label key={note} data-lit={note <= value || undefined}>
            <input
              type="radio"
              name={name}
              value={note}
              checked={note === value}
              aria-label={t('stars.value', { value: note })}
              onChange={() => onChange?.(note)}
              onClick={() => note === value && onChange?.(0)}
            />
            <svg viewBox="0 0 20 20" aria-hidden>
              <path d={STAR} />
            </svg>
          </label>
        ))}
      </div>
    </Input.Wrapper>
  );
}
