import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import { draw } from '@/test/render';
import { ConfirmModal } from './ConfirmModal';
import { EmptyState, ListState } from './states';
import { Stars } from './Stars';

const list = {
  isPending: false,
  error: null as unknown,
  refetch: vi.fn(),
  hasNextPage: false,
  isFetchingNextPage: false,
  fetchNextPage: vi.fn(),
};

const shown = (state: typeof list, items: string[]) => (
  <ListState list={state} items={items} empty={<EmptyState title="Rien encore" />}>
    {(all) => all.map((item) => <p key={item}>{item}</p>)}
  </ListState>
);

describe('a list', () => {
  it('says that it is empty', async () => {
    await draw(shown(list, []));
    expect(screen.getByText('Rien encore')).toBeInTheDocument();
  });

  it('tells a failure with its reference, and can be asked again', async () => {
    const refetch = vi.fn();
    const error = new Problem({ title: 'x', status: 500, code: 'internal', request_id: 'req_42' });
    const { user } = await draw(shown({ ...list, error, refetch }, []));
    expect(screen.getByRole('alert')).toHaveTextContent('req_42');
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(refetch).toHaveBeenCalledOnce();
  });

  it('continues where the page ends, and says when all is shown', async () => {
    const fetchNextPage = vi.fn();
    const { user, unmount } = await draw(
      shown({ ...list, hasNextPage: true, fetchNextPage }, ['a']),
    );
    await user.click(screen.getByRole('button', { name: 'Afficher la suite' }));
    expect(fetchNextPage).toHaveBeenCalledOnce();
    unmount();
    const short = await draw(shown(list, ['a', 'b']));
    expect(screen.queryByText(/tout est affiché/)).toBeNull();
    short.unmount();
    await draw(shown(list, [...'abcdefghij']));
    expect(screen.getByText('10 résultats, tout est affiché')).toBeInTheDocument();
  });
});

describe('a confirmation', () => {
  it('stays open with the reason when the act is refused', async () => {
    const close = vi.fn();
    const refused = new Problem({
      title: 'x',
      detail: 'Un lot est en travail.',
      status: 409,
      code: 'x',
    });
    const { user } = await draw(
      <ConfirmModal
        opened
        onClose={close}
        title="Fermer ?"
        consequences={['Les prestataires sont prévenus.']}
        confirmLabel="Fermer l’appel d’offres"
        onConfirm={() => Promise.reject(refused)}
      />,
    );
    expect(screen.getByText('Les prestataires sont prévenus.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Fermer l’appel d’offres' }));
    expect(await screen.findByText('Un lot est en travail.')).toBeInTheDocument();
    expect(close).not.toHaveBeenCalled();
  });
});

describe('stars', () => {
  it('says the average in words, and that somebody is new', async () => {
    const { rerender } = await draw(<Stars value={4.25} count={12} />);
    expect(screen.getByText('4,3 sur 5')).toBeInTheDocument();
    expect(screen.getByText('(12 avis)')).toBeInTheDocument();
    rerender(<></>);
    await draw(<Stars value={null} />);
    expect(screen.getByText('Nouveau, pas encore d’avis')).toBeInTheDocument();
  });
});
