// The directory without an answer: the neighbouring départements, or the other way round, a tender.
import { useTranslation } from 'react-i18next';
import { useDepartements } from '@/app/reference';
import { useSession } from '@/app/session';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink, Link } from '@/ui/Link';
import { EmptyState } from '@/ui/states';
import classes from './Nobody.module.css';

export function Nobody() {
  const { t } = useTranslation('providers');
  const session = useSession();
  const kind = session.state === 'signed-in' ? session.me.organization.kind : 'client';
  const action = (
    <ButtonLink href={session.state === 'signed-in' ? urls.newEvent() : urls.registerClient}>
      {t('directory.post')}
    </ButtonLink>
  );
  return (
    <EmptyState title={t('directory.empty')} action={kind === 'client' && action}>
      <p>{t(kind === 'client' ? 'directory.emptyText' : 'directory.emptyTextProvider')}</p>
      <Neighbours />
    </EmptyState>
  );
}

function Neighbours() {
  const { t } = useTranslation('providers');
  const filters = useUrlFilters();
  const departements = useDepartements().data ?? [];
  const here = departements.find(({ code }) => code === filters.one('departement'));
  if (!here?.neighbours.length) return null;
  const [trade, q] = [filters.one('trade'), filters.one('q')];
  return (
    <nav className={classes.neighbours} aria-label={t('directory.neighbours')}>
      {here.neighbours.map((code) => (
        <Link key={code} href={urls.directory({ trade, q, departement: code })}>
          {departements.find((one) => one.code === code)?.name ?? code}
        </Link>
      ))}
    </nav>
  );
}
