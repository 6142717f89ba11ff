import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { draw } from '@/test/render';
import { StarsInput } from './Stars';

function Note({ onChange }: { onChange: (note: number) => void }) {
  const [value, setValue] = useState(0);
  return (
    <StarsInput
      label="Votre note"
      value={value}
      onChange={(note) => {
        setValue(note);
        onChange(note);
      }}
    />
  );
}

it('S1-090: gives 1 to 5 stars by pointer or keyboard, and takes them back', async () => {
  const onChange = vi.fn();
  const { user } = await draw(<Note onChange={onChange} />);
  expect(screen.getByRole('radiogroup', { name: 'Votre note' })).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: '4 sur 5' }));
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('radio', { name: '5 sur 5' })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: '5 sur 5' }));
  expect(onChange.mock.calls).toEqual([[4], [5], [0]]);
});
