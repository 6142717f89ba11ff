// What must the operator do now, and what has just happened? Counters first, then the latest of each.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import { todoQuery } from '@/app/todo';
import { urls } from '@/lib/urls';
import { ButtonLink, Link } from '@/ui/Link';
import { Page, PageHeader, Section } from '@/ui/Page';
import { Rows } from '@/ui/Rows';
import { QueryState, RowsSkeleton } from '@/ui/states';
import { Counters } from './Counters';
import { DeletionRow } from './DeletionsPage';
import { MissionRow } from './MissionsPage';
import { dueDeletionsQuery, stuckMissionsQuery } from './queries';
import { RecentFacts } from './RecentFacts';
import { FAILED_REFUNDS } from './words';

export default function OverviewPage() {
  const { t } = useTranslation('operator');
  const todo = useQuery(todoQuery);
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<WhatNow waiting={todo.data?.operator} />}
      />
      <QueryState query={todo} waiting={<RowsSkeleton count={2} />}>
        {(data) => <Counters todo={data} />}
      </QueryState>
      <DueDeletions />
      <StuckMissions />
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

/** The law's month comes first, then the people who wait, those whose money stands still before the others. */
function WhatNow({ waiting }: { waiting: components['schemas']['TodoView']['operator'] }) {
  const { t } = useTranslation('operator');
  if (waiting?.deletions_to_carry_out) {
    return <ButtonLink href={urls.operatorDeletions}>{t('overview.carryOut')}</ButtonLink>;
  }
  if (waiting?.disputes_to_rule) {
    return <ButtonLink href={urls.disputes()}>{t('overview.rule')}</ButtonLink>;
  }
  if (waiting?.refunds_failed) {
    return (
      <ButtonLink href={urls.operatorMoney(FAILED_REFUNDS)}>{t('overview.resend')}</ButtonLink>
    );
  }
  if (waiting?.missions_to_end) {
    return <ButtonLink href={urls.operatorMissions}>{t('overview.endMissions')}</ButtonLink>;
  }
  if (waiting?.messages_to_answer) {
    return <ButtonLink href={urls.operatorMessages}>{t('overview.answer')}</ButtonLink>;
  }
  return (
    <ButtonLink href={urls.operatorAccounts} variant="default">
      {t('overview.seeAccounts')}
    </ButtonLink>
  );
}

function StuckMissions() {
  const { t } = useTranslation('operator');
  const stuck = useQuery(stuckMissionsQuery);
  return (
    <Section title={t('overview.missions')}>
      <QueryState query={stuck} waiting={<RowsSkeleton count={1} />}>
        {({ items, next_page }) => (
          <>
            {items.length === 0 && <p>{t('overview.noMissions')}</p>}
            {items.length > 0 && (
              <Rows>
                {items.map((mission) => (
                  <MissionRow key={mission.id} mission={mission} />
                ))}
              </Rows>
            )}
            {next_page && (
              <p>
                <Link href={urls.operatorMissions}>{t('overview.allMissions')}</Link>
              </p>
            )}
          </>
        )}
      </QueryState>
    </Section>
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
