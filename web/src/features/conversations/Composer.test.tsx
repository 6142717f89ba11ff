import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import { draw } from '@/test/render';
import { Composer } from './Composer';
import { readDraft } from '@/lib/drafts';
import type { Conversation, Entry } from './queries';

const write = vi.fn<(id: string, text: string, key: string) => Promise<Entry>>();

vi.mock('@/app/session', () => ({ useMe: () => ({ id: 'acc_1' }), useSession: vi.fn() }));
vi.mock(import('./queries'), async (original) => ({
  ...(await original()),
  useTalk: () => ({ write, open: vi.fn(), read: vi.fn() }),
}));

const conversation = {
  id: 'cnv_1',
  counterpart: { id: 'org_1', handle: 'leo', name: 'Léo Platines', legal_kind: 'company' },
  counterpart_kind: 'provider',
  actions: ['write'],
} as Conversation;

const drawn = (more: Partial<Conversation> = {}) =>
  draw(<Composer conversation={{ ...conversation, ...more }} onSent={vi.fn()} />, {
    texts: ['conversations'],
  });

beforeEach(() => {
  sessionStorage.clear();
  write.mockReset().mockResolvedValue({} as Entry);
});

describe('the place to answer', () => {
  it('sends by the keys, and says the same words again as another message', async () => {
    const { user } = await drawn();
    const words = screen.getByRole('textbox', { name: 'Votre message' });
    for (let turn = 1; turn <= 2; turn++) {
      await user.type(words, 'Oui{Control>}{Enter}{/Control}');
      await vi.waitFor(() => expect(words).toHaveValue(''));
    }
    expect(write.mock.calls.map(([id, text]) => [id, text])).toEqual([
      ['cnv_1', 'Oui'],
      ['cnv_1', 'Oui'],
    ]);
    expect(write.mock.calls[0]?.[2]).not.toBe(write.mock.calls[1]?.[2]);
    expect(readDraft('acc_1.cnv_1')).toBe('');
  });

  it('loses nothing by a refusal, and repeats under the same key', async () => {
    write.mockRejectedValueOnce(new Problem({ title: 'network', status: 0, code: 'network' }));
    const { user } = await drawn();
    await user.type(screen.getByRole('textbox'), 'Bonjour');
    await user.click(screen.getByRole('button', { name: 'Envoyer' }));
    expect(await screen.findByText('Votre message n’est pas parti')).toBeInTheDocument();
    expect(readDraft('acc_1.cnv_1')).toBe('Bonjour');
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    await vi.waitFor(() => expect(screen.getByRole('textbox')).toHaveValue(''));
    expect(write.mock.calls[0]?.[2]).toBe(write.mock.calls[1]?.[2]);
  });

  it('S1-083: warns of coordinates without forbidding them', async () => {
    const { user } = await drawn();
    await user.type(screen.getByRole('textbox'), 'Au 06 12 34 56 78');
    expect(screen.getByRole('status')).toHaveTextContent('dès que la mission est confirmée');
    expect(screen.getByRole('button', { name: 'Envoyer' })).toBeEnabled();
  });

  it('says why when nobody is there to read', async () => {
    await drawn({ actions: [] });
    expect(screen.getByText(/Le compte de Léo Platines est fermé/)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
