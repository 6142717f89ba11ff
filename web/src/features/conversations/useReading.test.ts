// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Conversation, Entry } from './queries';
import { useReading } from './useReading';

const read = vi.fn<(conversation: Conversation, through: string) => Promise<void>>();

vi.mock(import('./queries'), async (original) => ({
  ...(await original()),
  useTalk: () => ({ read, open: vi.fn(), write: vi.fn() }),
}));

interface Seen {
  unread: number;
  latest: Entry;
}

const entry = (id: string, from = 'them') => ({ id, from }) as Entry;

const reading = (seen: Seen) =>
  renderHook(
    ({ unread, latest }: Seen) => useReading({ id: 'cnv_1', unread } as Conversation, latest),
    { initialProps: seen },
  );

const looked = (at: DocumentVisibilityState) =>
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(at);

beforeEach(() => {
  read.mockReset().mockResolvedValue();
  looked('visible');
});

describe('reading', () => {
  it('marks what is in sight once', () => {
    const { rerender } = reading({ unread: 2, latest: entry('a') });
    rerender({ unread: 0, latest: entry('a') });
    expect(read.mock.calls.map(([, through]) => through)).toEqual(['a']);
  });

  it('asks nothing where all is read, until the other side says more', () => {
    const { rerender } = reading({ unread: 0, latest: entry('a') });
    rerender({ unread: 0, latest: entry('b', 'me') });
    expect(read).not.toHaveBeenCalled();
    rerender({ unread: 0, latest: entry('c') });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('waits until somebody looks', () => {
    looked('hidden');
    reading({ unread: 1, latest: entry('a') });
    expect(read).not.toHaveBeenCalled();
    looked('visible');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(read).toHaveBeenCalledTimes(1);
  });
});
