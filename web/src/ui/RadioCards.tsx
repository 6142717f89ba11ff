// One of a few, each with a sentence on what it means: the whole card is pressed.
import { Radio, type RadioGroupProps } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './RadioCards.module.css';

interface RadioCardsProps extends Omit<RadioGroupProps, 'children'> {
  choices: { value: string; label: ReactNode; description: ReactNode }[];
}

export function RadioCards({ choices, ...group }: RadioCardsProps) {
  return (
    <Radio.Group {...group}>
      <div className={classes.cards}>
        {choices.map((choice) => (
          <Radio key={choice.value} className={classes.card} {...choice} />
        ))}
      </div>
    </Radio.Group>
  );
}
