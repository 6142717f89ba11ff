// The latest of the log on another page, with the way to the rest.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { Section } from '@/ui/Page';
import { QueryState, RowsSkeleton } from '@/ui/states';
import { FactList } from './FactList';
import { recentFactsQuery } from './queries';

interface RecentFactsProps {
  title: string;
  filters: { kind?: string; subject?: string };
  /** Said when there are none. */
  empty: string;
  limit?: number;
}

export function RecentFacts({ title, filters, empty, limit = 5 }: RecentFactsProps) {
  const { t } = useTranslation('operator');
  const facts = useQuery(recentFactsQuery(filters, limit));
  return (
    <Section title={title}>
      <QueryState query={facts} waiting={<RowsSkeleton count={3} />}>
        {({ items, next_page }) => (
          <>
            {items.length > 0 ? <FactList facts={items} dayAs="h3" /> : <p>{empty}</p>}
            {next_page && (
              <p>
                <Link href={urls.operatorLog(filters)}>{t('log.whole')}</Link>
              </p>
            )}
          </>
        )}
      </QueryState>
    </Section>
  );
}
