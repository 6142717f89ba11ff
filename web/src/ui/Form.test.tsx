import { TextInput } from '@mantine/core';
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import { useApiForm } from '@/api/useApiForm';
import { draw } from '@/test/render';
import { Form } from './Form';

type Send = (values: { name: string }, key: string) => Promise<string>;

function Example({ send, onDone }: { send: Send; onDone: (result: string) => void }) {
  const form = useApiForm({ initialValues: { name: 'Ada' }, send, onDone });
  return (
    <Form form={form} submitLabel="Enregistrer">
      <TextInput label="Nom" {...form.field('name')} />
    </Form>
  );
}

const refusal = new Problem({
  title: 'Refusé',
  detail: 'Certains champs sont à corriger.',
  status: 422,
  code: 'invalid_fields',
  errors: [{ pointer: '/name', code: 'too_short', detail: 'Ce nom est trop court.' }],
});

describe('a form', () => {
  it('puts a refusal under its field, moves there, and keeps what was typed', async () => {
    const { user } = await draw(
      <Example send={vi.fn<Send>().mockRejectedValue(refusal)} onDone={vi.fn()} />,
    );
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Ce nom est trop court.')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('1 champ est à corriger.');
    const field = screen.getByLabelText('Nom');
    expect(field).toHaveValue('Ada');
    expect(field).toHaveAttribute('aria-invalid', 'true');
    await vi.waitFor(() => expect(field).toHaveFocus());
  });

  it('moves to the refusal as a whole when no field is to blame', async () => {
    const forbidden = new Problem({ title: 'Refusé', status: 403, code: 'plan_required' });
    const { user } = await draw(
      <Example send={vi.fn<Send>().mockRejectedValue(forbidden)} onDone={vi.fn()} />,
    );
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    const problem = await screen.findByRole('alert');
    await vi.waitFor(() => expect(problem).toHaveFocus());
  });

  it('repeats the same values under the same key, other values under another', async () => {
    const lost = new Problem({ title: 'network', status: 0, code: 'network' });
    const send = vi.fn<Send>().mockRejectedValueOnce(lost).mockResolvedValue('ok');
    const done = vi.fn();
    const { user } = await draw(<Example send={send} onDone={done} />);
    const button = screen.getByRole('button', { name: 'Enregistrer' });
    await user.click(button);
    await screen.findByRole('alert');
    await user.click(button);
    await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(1));
    await user.type(screen.getByLabelText('Nom'), '!');
    await user.click(button);
    await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(2));
    const keys = send.mock.calls.map(([, key]) => key);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});
