import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draw } from '@/test/render';
import { LinkProvider } from '@/ui/Link';
import { RouterLink } from './RouterLink';
import { routeTree } from './routes';
import { parseSearch, stringifySearch } from './search';

const trades = [
  { slug: 'dj', name_fr: 'DJ', name_en: 'DJ', family_fr: 'Musique', family_en: 'Music' },
];

const answers: Record<string, () => Response> = {
  '/v1/me': () => new Response('{"title":"x","status":401,"code":"signed_out"}', { status: 401 }),
  '/v1/trades': () => Response.json({ items: trades }),
  '/v1/settings': () => Response.json({ terms_version: '2026-11-22', mailbox: false }),
};

async function open(path: string) {
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ routeTree, history, parseSearch, stringifySearch });
  return draw(
    <LinkProvider value={RouterLink}>
      <RouterProvider router={router as never} />
    </LinkProvider>,
  );
}

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('fetch', async (request: Request) => {
    const answer = answers[new URL(request.url).pathname];
    return answer ? answer() : new Response('{}', { status: 404 });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the home page', () => {
  it('S1-004, S1-019: offers free registration and signing in at its top', async () => {
    await open('/');
    const top = within(await screen.findByRole('banner'));
    expect(await top.findByRole('link', { name: 'Inscription gratuite' })).toHaveAttribute(
      'href',
      '/inscription',
    );
    expect(top.getByRole('link', { name: 'Se connecter' })).toHaveAttribute('href', '/connexion');
  });

  it('S1-181, S1-184: lists the advantages of both sides and the paid options', async () => {
    await open('/');
    expect(await screen.findByRole('heading', { name: 'Vous organisez' })).toBeInTheDocument();
    expect(screen.getByText(/La mise en relation se fait toute seule/)).toBeInTheDocument();
    expect(screen.getByText(/Les avis viennent de clients/)).toBeInTheDocument();
    expect(screen.getByText(/par métier et par département/)).toBeInTheDocument();
    expect(screen.getByText(/dans la messagerie/)).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Vous êtes prestataire' })).toBeInTheDocument();
    expect(screen.getByText(/Services PLUS\+/)).toBeInTheDocument();
  });

  it('leads from each trade to its page of the directory', async () => {
    await open('/');
    expect(await screen.findByRole('link', { name: 'DJ' })).toHaveAttribute(
      'href',
      '/annuaire?trade=dj',
    );
  });
});

describe('the public pages', () => {
  it('S1-182: an idea opens a tender already filled in', async () => {
    await open('/inspiration?type=town_fete');
    const idea = await screen.findByRole('link', { name: /Le cinéma sous les étoiles/ });
    expect(idea).toHaveAttribute('href', '/mes-evenements/nouveau?idee=cinema-plein-air');
    expect(screen.queryByText('La guinguette au bord de l’eau')).toBeNull();
  });

  it('S1-183: shows the address of the support', async () => {
    await open('/contact');
    expect(await screen.findByRole('link', { name: 'support@estrade.example' })).toBeVisible();
  });

  it('S1-026: shows the terms, with their version, and the quality charter', async () => {
    const { unmount } = await open('/conditions');
    expect(await screen.findByText('Version du 2026-11-22')).toBeInTheDocument();
    unmount();
    await open('/charte-qualite');
    expect(await screen.findByRole('heading', { name: 'Charte qualité' })).toBeInTheDocument();
  });

  it('says that an address leads nowhere', async () => {
    await open('/nulle-part');
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Cette page n’existe pas' }),
    ).toBeInTheDocument();
  });
});
