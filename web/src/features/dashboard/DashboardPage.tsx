// What must I do now? One line for each thing that waits, the most urgent first; below, what goes on.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, type PersonKind } from '@/app/session';
import { todoQuery } from '@/app/todo';
import { useGo } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader } from '@/ui/Page';
import { EmptyState, PageSkeleton, QueryState, RowsSkeleton } from '@/ui/states';
import { ComingEvents } from './ComingEvents';
import { NewTenders } from './NewTenders';
import { TodoLines } from './TodoLines';
import { waiting } from './waiting';

export default function DashboardPage() {
  return useMe().organization.kind === 'operator' ? <ToOverview /> : <Dashboard />;
}

/** The operator has a page of its own for this. */
function ToOverview() {
  const go = useGo();
  useEffect(() => go(urls.operator, { replace: true }), [go]);
  return (
    <Page>
      <PageSkeleton />
    </Page>
  );
}

function Dashboard() {
  const { t } = useTranslation('dashboard');
  const me = useMe();
  const { kind, plan, handle } = me.organization;
  const todo = useQuery(todoQuery);
  const planless = kind === 'provider' && !plan;
  return (
    <Page>
      <PageHeader
        title={t('title', { name: me.given_name })}
        lead={t('lead')}
        actions={planless ? undefined : <MainAction kind={kind} />}
      />
      {planless && (
        <Notice
          title={t('noPlan')}
          action={<ButtonLink href={urls.subscription}>{t('choosePlan')}</ButtonLink>}
        >
          {t('noPlanText')}
        </Notice>
      )}
      <QueryState query={todo} waiting={<RowsSkeleton />}>
        {(data) => {
          const lines = waiting(data, handle);
          return lines.length > 0 ? <TodoLines lines={lines} /> : <Nothing kind={kind} />;
        }}
      </QueryState>
      {kind === 'client' && <ComingEvents />}
      {kind === 'provider' && plan && <NewTenders />}
    </Page>
  );
}

function MainAction({ kind }: { kind: PersonKind }) {
  const { t } = useTranslation('dashboard');
  if (kind === 'client') {
    return (
      <>
        <ButtonLink href={urls.newEvent()}>{t('newEvent')}</ButtonLink>
        <ButtonLink href={urls.newNeed()} variant="default">
          {t('describeNeed')}
        </ButtonLink>
      </>
    );
  }
  return <ButtonLink href={urls.potentialTenders}>{t('seeTenders')}</ButtonLink>;
}

function Nothing({ kind }: { kind: PersonKind }) {
  const { t } = useTranslation('dashboard');
  return (
    <EmptyState title={t('nothing')} drawing="garland">
      <p>{t(kind === 'client' ? 'nothingClient' : 'nothingProvider')}</p>
    </EmptyState>
  );
}
