// The client's lots that were given to a provider: waiting for its answer, in work, done.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useTradeName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { DayMark } from '@/ui/DayMark';
import { ButtonLink } from '@/ui/Link';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { Countdown, DateText } from '@/ui/values';
import { myLotsQuery, type LotStatus, type LotTab, type MyLot } from './queries';
import { LOT_TONES } from './status';

export function GivenLots({ tab }: { tab: LotTab }) {
  const list = useInfiniteQuery(myLotsQuery(tab));
  return (
    <ListState list={list} items={itemsOf(list.data)} empty={<NoLot tab={tab} />}>
      {(lots) => (
        <Rows>
          {lots.map((lot) => (
            <GivenLot key={lot.id} lot={lot} />
          ))}
        </Rows>
      )}
    </ListState>
  );
}

const EMPTY = {
  awaiting: ['mine.waitingTitle', 'mine.waitingText'],
  in_work: ['mine.workTitle', 'mine.workText'],
  done: ['mine.doneTitle', 'mine.doneText'],
} as const;

function NoLot({ tab }: { tab: LotTab }) {
  const { t } = useTranslation('tenders');
  const [title, text] = EMPTY[tab];
  return (
    <EmptyState
      title={t(title)}
      action={
        <ButtonLink href={urls.events()} variant="default">
          {t('mine.seeEvents')}
        </ButtonLink>
      }
    >
      {t(text)}
    </EmptyState>
  );
}

function GivenLot({ lot }: { lot: MyLot }) {
  const { t } = useTranslation('tenders');
  const status = lot.status as LotStatus;
  return (
    <Row
      lead={<DayMark day={lot.tender.day} />}
      title={useTradeName()(lot.trade)}
      href={urls.lot(lot.tender.id, lot.id)}
      facts={[
        lot.tender.title,
        lot.award && (lot.award.provider.name ?? lot.award.provider.handle),
        <Since key="since" lot={lot} />,
      ]}
      status={<StatusBadge tone={LOT_TONES[status]}>{t(`lotStatus.${status}`)}</StatusBadge>}
    />
  );
}

function Since({ lot: { award } }: { lot: MyLot }) {
  const { t } = useTranslation('tenders');
  if (!award) return null;
  if (award.ended_at) {
    return (
      <>
        {t('mine.endedOn')} <DateText value={award.ended_at} />
      </>
    );
  }
  if (award.started_at) {
    return (
      <>
        {t('mine.since')} <DateText value={award.started_at} />
      </>
    );
  }
  if (!award.confirm_by) return null;
  return (
    <>
      {t('mine.confirmIn')} <Countdown until={award.confirm_by} />
    </>
  );
}
