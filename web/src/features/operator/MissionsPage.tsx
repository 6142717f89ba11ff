// Missions that cannot go on by themselves, those of longest standing first: the operator ends them (S1-049),
// so that nobody waits for ever.
import { Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useApiForm } from '@/api/useApiForm';
import { useTradeName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { DayMark } from '@/ui/DayMark';
import { Form } from '@/ui/Form';
import { Link } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Facts, Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { toast } from '@/ui/toast';
import { DateText } from '@/ui/values';
import { ActModal, Consequences } from '@/ui/ActModal';
import { missionsQuery, useActs, type Mission } from './queries';
import { STUCK, type Stuck } from './words';

export default function MissionsPage() {
  const { t } = useTranslation('operator');
  const list = useInfiniteQuery(missionsQuery);
  return (
    <Page>
      <PageHeader title={t('missions.title')} lead={t('missions.lead')} />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={
          <EmptyState title={t('missions.empty')} drawing="garland">
            {t('missions.emptyText')}
          </EmptyState>
        }
      >
        {(missions) => (
          <Rows label={t('missions.title')}>
            {missions.map((mission) => (
              <MissionRow key={mission.id} mission={mission} />
            ))}
          </Rows>
        )}
      </ListState>
    </Page>
  );
}

/** The job in a few words: « DJ, Mariage près de Rouen ». */
function useMissionName({ trade, tender }: Mission): string {
  const { t } = useTranslation('operator');
  return t('missions.name', { trade: useTradeName()(trade), title: tender.title });
}

export function MissionRow({ mission }: { mission: Mission }) {
  const { t } = useTranslation('operator');
  const { tender, started_at, stuck } = mission;
  return (
    <Row
      lead={<DayMark day={tender.day} />}
      title={useMissionName(mission)}
      href={urls.tender(tender.slug)}
      facts={[
        tender.town,
        started_at && (
          <>
            {t('missions.since')} <DateText value={started_at} as="short" />
          </>
        ),
      ]}
      status={stuck && <StuckBadge stuck={stuck as Stuck} />}
      actions={mission.actions.includes('end') && <EndMission mission={mission} />}
    >
      <Facts
        items={[
          <Side key="client" {...{ mission }} side="client" />,
          <Side key="provider" {...{ mission }} side="provider" />,
        ]}
      />
    </Row>
  );
}

function Side({ mission, side }: { mission: Mission; side: 'client' | 'provider' }) {
  const { t } = useTranslation('operator');
  const { id, name, state } = mission[side];
  return (
    <>
      {t('missions.side', { side: t(`kindNames.${side}`) })}{' '}
      <Link href={urls.operatorOrganization(id)}>{name}</Link>
      {state !== 'open' && ` (${t(`missions.gone.${state as 'closed'}`)})`}
    </>
  );
}

function StuckBadge({ stuck }: { stuck: Stuck }) {
  const { t } = useTranslation('operator');
  return <StatusBadge tone={STUCK[stuck]}>{t(`missions.stuck.${stuck}`)}</StatusBadge>;
}

function EndMission({ mission }: { mission: Mission }) {
  const { t } = useTranslation('operator');
  const name = useMissionName(mission);
  return (
    <ActModal
      size="compact-md"
      label={t('missions.end')}
      aria-label={t('missions.endFor', { name })}
      title={t('missions.question')}
    >
      {(close) => <EndForm mission={mission} name={name} onDone={close} />}
    </ActModal>
  );
}

interface EndFormProps {
  mission: Mission;
  name: string;
  onDone: () => void;
}

function EndForm({ mission, name, onDone }: EndFormProps) {
  const { t } = useTranslation('operator');
  const { endMission } = useActs();
  const form = useApiForm({
    initialValues: { reason: '' },
    send: (body) => endMission(mission.id, body),
    onDone: () => {
      toast.done(t('missions.done', { name }));
      onDone();
    },
  });
  const reviewable = mission.client.state === 'open';
  return (
    <Form form={form} submitLabel={t('missions.confirm')} danger>
      <p>{name}</p>
      <Consequences
        items={[
          t('missions.agreed'),
          t('missions.told'),
          ...(reviewable ? [t('missions.review')] : []),
          t('missions.final'),
        ]}
      />
      <Textarea
        label={t('missions.reason')}
        description={t('missions.reasonHint')}
        autosize
        minRows={3}
        maxLength={2000}
        {...form.field('reason')}
      />
    </Form>
  );
}
