// The shell of a guided form: where one is, what comes, one step on the screen.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Steps.module.css';

interface StepsProps {
  /** The name of each step, in order. */
  names: string[];
  /** From 1. */
  current: number;
  children: ReactNode;
}

export function Steps({ names, current, children }: StepsProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.shell}>
      <div className={classes.progress}>
        <p className={classes.where}>{t('stepper.step', { step: current, count: names.length })}</p>
        <ol className={classes.steps}>
          {names.map((name, index) => (
            <li
              key={name}
              data-state={index + 1 < current ? 'done' : undefined}
              aria-current={index + 1 === current ? 'step' : undefined}
            >
              <span className={classes.name}>{name}</span>
              {index + 1 < current && (
                <span className="visually-hidden"> ({t('stepper.done')})</span>
              )}
            </li>
          ))}
        </ol>
      </div>
      {children}
    </div>
  );
}
