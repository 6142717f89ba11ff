// The wishes to be deleted, the first due first, carried out by hand (S1-021).
import { Button, Checkbox } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useUrlFilters } from '@/app/url-state';
import { urls, withQuery } from '@/lib/urls';
import { ConfirmModal } from '@/ui/ConfirmModal';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { TabLinks } from '@/ui/Tabs';
import { toast } from '@/ui/toast';
import { DateText } from '@/ui/values';
import { DueBadge } from './badges';
import { deletionsQuery, useActs, type Deletion } from './queries';
import { DELETION_STATES, oneOf, type DeletionState, type OrganizationKind } from './words';

export default function DeletionsPage() {
  const { t } = useTranslation('operator');
  const state = oneOf(DELETION_STATES, useUrlFilters().one('state')) ?? 'open';
  const list = useInfiniteQuery(deletionsQuery(state));
  return (
    <Page>
      <PageHeader title={t('deletions.title')} lead={t('deletions.lead')} />
      <TabLinks
        label={t('deletions.tabs')}
        tabs={DELETION_STATES.map((one) => ({
          href: withQuery(urls.operatorDeletions, { state: one === 'open' ? null : one }),
          label: t(`deletionStates.${one}`),
          current: one === state,
        }))}
      />
      <ListState list={list} items={itemsOf(list.data)} empty={<Nothing state={state} />}>
        {(deletions) => (
          <Rows label={t(`deletionStates.${state}`)}>
            {deletions.map((deletion) => (
              <DeletionRow key={deletion.id} deletion={deletion} />
            ))}
          </Rows>
        )}
      </ListState>
    </Page>
  );
}

function Nothing({ state }: { state: DeletionState }) {
  const { t } = useTranslation('operator');
  return (
    <EmptyState title={t(`deletions.none.${state}`)} drawing="garland">
      {state === 'open' && t('deletions.noneText')}
    </EmptyState>
  );
}

export function DeletionRow({ deletion }: { deletion: Deletion }) {
  const { t } = useTranslation('operator');
  const { organization } = deletion;
  return (
    <Row
      title={organization.name}
      href={urls.operatorOrganization(organization.id)}
      facts={[
        t(`kindNames.${organization.kind as OrganizationKind}`),
        <>
          {t('deletions.requested')} <DateText value={deletion.requested_at} as="short" />
        </>,
        deletion.decided_at && (
          <>
            {t(`deletions.decided.${deletion.state as 'withdrawn'}`)}{' '}
            <DateText value={deletion.decided_at} as="short" />
          </>
        ),
        ...(['email', 'siret', 'ip'] as const).map(
          (kind) =>
            organization.past_deletions[kind] > 0 &&
            t(`deletions.past.${kind}`, { count: organization.past_deletions[kind] }),
        ),
      ]}
      status={
        deletion.state === 'open' && (
          <>
            {organization.lots_in_work > 0 && (
              <StatusBadge tone="caution">
                {t('deletions.inWork', { count: organization.lots_in_work })}
              </StatusBadge>
            )}
            <DueBadge due={deletion.due_at} />
          </>
        )
      }
      actions={deletion.actions.includes('carry_out') && <CarryOut deletion={deletion} />}
    >
      {deletion.reason && <p>{t('quote', { quote: deletion.reason })}</p>}
    </Row>
  );
}

function CarryOut({ deletion }: { deletion: Deletion }) {
  const { t } = useTranslation('operator');
  const { carryOut } = useActs();
  const [asked, setAsked] = useState(false);
  const [bar, setBar] = useState(false);
  const { name } = deletion.organization;
  async function confirm() {
    await carryOut(deletion.id, { bar });
    toast.done(t('deletions.done', { name }));
  }
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('deletions.carryOutFor', { name })}
        onClick={() => setAsked(true)}
      >
        {t('deletions.carryOut')}
      </Button>
      <ConfirmModal
        danger
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('deletions.question', { name })}
        consequences={t('deletions.consequences', { returnObjects: true })}
        confirmLabel={t('deletions.confirm')}
        onConfirm={confirm}
      >
        <Checkbox
          label={t('deletions.bar')}
          description={t('deletions.barHint')}
          checked={bar}
          onChange={(event) => setBar(event.currentTarget.checked)}
        />
      </ConfirmModal>
    </>
  );
}
