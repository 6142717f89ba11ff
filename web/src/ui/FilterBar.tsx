// Filters stand above their list, say what is filtered, and can be cleared at once. Whoever uses the
// bar binds it to the address (app/url-state), so that a filtered list can be shared.
import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FilterBar.module.css';

export interface ActiveFilter {
  label: string;
  onRemove: () => void;
}

interface FilterBarProps {
  children?: ReactNode;
  active?: ActiveFilter[];
  onClear?: () => void;
}

export function FilterBar({ children, active = [], onClear }: FilterBarProps) {
  const { t } = useTranslation('ui');
  return (
    <search className={classes.bar} aria-label={t('filters.title')}>
      {children && <div className={classes.fields}>{children}</div>}
      {active.length > 0 && (
        <div className={classes.active}>
          {active.map((filter) => (
            <button
              key={filter.label}
              type="button"
              className={classes.chip}
              onClick={filter.onRemove}
              aria-label={t('filters.remove', { label: filter.label })}
            >
              {filter.label}
              <IconX size={14} aria-hidden />
            </button>
          ))}
          {onClear && (
            <Button variant="subtle" size="compact-sm" onClick={onClear}>
              {t('filters.clear')}
            </Button>
          )}
        </div>
      )}
    </search>
  );
}

const PAUSE_MILLISECONDS = 300;

interface SearchFieldProps {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  placeholder?: string;
}

/** Free text that reports itself once the typing pauses. */
export function SearchField({ value, onChange, label, placeholder }: SearchFieldProps) {
  const { t } = useTranslation('ui');
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (known !== value) {
    // The address changed by other means: cleared, or the browser's back button.
    setKnown(value);
    setText(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <TextInput
      type="search"
      label={label ?? t('filters.search')}
      placeholder={placeholder}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onChange(typed), PAUSE_MILLISECONDS);
      }}
    />
  );
}
