import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import { draw } from '@/test/render';
import { Composer } from './Composer';
import { readDraft } from '@/lib/drafts';
import type { SentFile } from '@/api/files';
import type { Conversation, Entry } from './queries';

interface Body {
  text?: string;
  attachments?: string[];
}

const write = vi.fn<(id: string, body: Body, key: string) => Promise<Entry>>();
const sendFile = vi.hoisted(() => vi.fn<(sending: { file: File }) => Promise<SentFile>>());

vi.mock('@/app/session', () => ({ useMe: () => ({ id: 'acc_1' }), useSession: vi.fn() }));
vi.mock(import('@/api/files'), async (original) => ({ ...(await original()), sendFile }));
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
    expect(write.mock.calls.map(([id, { text }]) => [id, text])).toEqual([
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

  it('S5-004: sends files with the words or without, and says why one is refused', async () => {
    sendFile.mockImplementation(({ file }) =>
      file.name === 'page.txt'
        ? Promise.reject(new Problem({ title: '', status: 415, code: 'x', detail: 'Pas accepté.' }))
        : Promise.resolve({
            id: 'fil_1',
            name: file.name,
            size_bytes: 9,
            media_type: '',
          } as SentFile),
    );
    const { user, container } = await drawn();
    const input = container.querySelector<HTMLInputElement>('input[type=file]');
    await user.upload(input as HTMLInputElement, [
      new File(['%PDF'], 'plan.pdf'),
      new File(['<'], 'page.txt'),
    ]);
    expect(await screen.findByText('Pas accepté.')).toBeInTheDocument();
    expect(readDraft('acc_1.cnv_1.files')).toContain('fil_1');
    await user.click(screen.getByRole('button', { name: 'Retirer page.txt' }));
    await user.click(screen.getByRole('button', { name: 'Envoyer' }));
    await vi.waitFor(() => expect(screen.queryByText('plan.pdf')).toBeNull());
    expect(write.mock.calls[0]?.[1]).toEqual({ text: '', attachments: ['fil_1'] });
    expect(readDraft('acc_1.cnv_1.files')).toBe('');
  });

  it('says why when nobody is there to read', async () => {
    await drawn({ actions: [] });
    expect(screen.getByText(/Le compte de Léo Platines est fermé/)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
