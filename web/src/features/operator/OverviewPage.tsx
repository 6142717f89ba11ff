// What must the operator do now, and what has just happened? Counters first, then the latest of each.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { todoQuery } from '@/app/todo';
import { urls } from '@/lib/urls';
import { ButtonLink, Link } from '@/ui/Link';
import { Page, PageHeader, Section } from '@/ui/Page';
import { Rows } from '@/ui/Rows';
import { QueryState, RowsSkeleton } from '@/ui/states';
import { Counters } from './Counters';
import { DeletionRow } from './DeletionsPage';
import { dueDeletionsQuery } from './queries';
import { RecentFacts } from './RecentFacts';

export default function OverviewPage() {
  const { t } = useTranslation('operator');
  const todo = useQuery(todoQuery);
  const waiting = todo.data?.operator?.deletions_to_carry_out ?? 0;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          waiting > 0 ? (
            <ButtonLink href={urls.operatorDeletions}>{t('overview.carryOut')}</ButtonLink>
          ) : (
            <ButtonLink href={urls.operatorAccounts} variant="default">
              {t('overview.seeAccounts')}
            </ButtonLink>
          )
        }
      />
      <QueryState query={todo} waiting={<RowsSkeleton count={2} />}>
        {(data) => <Counters todo={data} />}
      </QueryState>
      <DueDeletions />
      <RecentFacts
        title={t('overview.closed')}
        filters={{ kind: 'organization.closed' }}
        empty={t('overview.noneClosed')}
        limit={3}
      />
      <RecentFacts
        title={t('overview.latest')}
        filters={{}}
        empty={t('overview.nothingYet')}
        limit={8}
      />
    </Page>
  );
}

function DueDeletions() {
  const { t } = useTranslation('operator');
  const due = useQuery(dueDeletionsQuery);
  return (
    <Section title={t('overview.deletions')}>
      <QueryState query={due} waiting={<RowsSkeleton count={2} />}>
        {({ items, next_page }) => (
          <>
            {items.length === 0 && <p>{t('overview.noDeletions')}</p>}
            {items.length > 0 && (
              <Rows>
                {items.map((deletion) => (
                  <DeletionRow key={deletion.id} deletion={deletion} />
                ))}
              </Rows>
            )}
            {next_page && (
              <p>
                <Link href={urls.operatorDeletions}>{t('overview.allDeletions')}</Link>
              </p>
            )}
          </>
        )}
      </QueryState>
    </Section>
  );
}
