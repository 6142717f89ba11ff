// The other way round of a search: what is looked for goes to those that fit. Not for those who are looked for.
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { useSession } from './session';
import { useUrlFilters } from './url-state';

export function DescribeNeed() {
  const { t } = useTranslation();
  const session = useSession();
  const filters = useUrlFilters();
  if (session.state === 'signed-in' && session.me.organization.kind !== 'client') return null;
  const [trade, departement] = [filters.one('trade'), filters.one('departement')];
  return (
    <ButtonLink href={urls.newNeed({ trade, departement })} variant="default">
      {t('describeNeed')}
    </ButtonLink>
  );
}
