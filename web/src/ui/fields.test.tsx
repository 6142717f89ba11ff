import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { draw } from '@/test/render';
import { parseDay } from './DateInput';
import { DepartementsSelect, MoneyInput } from './fields';

const departements = [
  { code: '14', name: 'Calvados' },
  { code: '27', name: 'Eure' },
  { code: '76', name: 'Seine-Maritime' },
];

function Places({ max }: { max: number }) {
  const [value, setValue] = useState<string[]>([]);
  return (
    <>
      <DepartementsSelect options={departements} max={max} value={value} onChange={setValue} />
      <output>{value.join()}</output>
    </>
  );
}

function Price() {
  const [cents, setCents] = useState<number | null>(125050);
  return (
    <>
      <MoneyInput label="Prix" value={cents} onChange={setCents} />
      <output>{String(cents)}</output>
    </>
  );
}

describe('fields', () => {
  it('S1-061: offers no more départements than allowed, found by number or name', async () => {
    const { user } = await draw(<Places max={1} />);
    const field = screen.getByLabelText('Départements', { selector: 'input' });
    expect(screen.getByText('Encore 1 possible')).toBeInTheDocument();
    await user.type(field, 'seine mar');
    await user.click(await screen.findByRole('option', { name: '76 Seine-Maritime' }));
    expect(screen.getByText('Maximum atteint')).toBeInTheDocument();
    await user.type(field, '27');
    await user.click(await screen.findByRole('option', { name: '27 Eure' }));
    expect(screen.getByRole('status')).toHaveTextContent(/^76$/);
  });

  it('holds whole cents, shows them as people write them, and says when it cannot read', async () => {
    const { user } = await draw(<Price />);
    const field = screen.getByLabelText('Prix');
    expect(field).toHaveValue('1250,50');
    await user.clear(field);
    await user.type(field, '1 300');
    expect(screen.getByRole('status')).toHaveTextContent('130000');
    await user.type(field, ' euros');
    expect(screen.getByRole('status')).toHaveTextContent('null');
    expect(screen.getByText('Écrivez un montant, par exemple 1 250,50')).toBeInTheDocument();
  });

  it('reads days as people type them, and only days that exist', () => {
    expect(parseDay('12/6/27')).toBe('2027-06-12');
    expect(parseDay('12.06.2027')).toBe('2027-06-12');
    expect(parseDay('2027-06-12')).toBe('2027-06-12');
    expect(parseDay('31/02/2027')).toBeNull();
    expect(parseDay('bientôt')).toBeNull();
  });
});
