// Names and values of one thing, as on a printed sheet.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DataList.module.css';

export interface DataListItem {
  label: string;
  value: ReactNode;
}

export function DataList({ items }: { items: DataListItem[] }) {
  const { t } = useTranslation('ui');
  return (
    <dl className={classes.list}>
      {items.map(({ label, value }) => (
        <div key={label} className={classes.item}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <span className={classes.none}>{t('notGiven')}</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
