// What the two wrote to each other, for the operator that was called. Each reading is logged and both sides see
// it: so nothing is asked for before the operator says so.
import { Button } from '@mantine/core';
import {
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf, type Page as ExchangesPage } from '@/api/pages';
import { Section } from '@/ui/Page';
import { Prose } from '@/ui/Prose';
import { EmptyState, ListState } from '@/ui/states';
import { DateText } from '@/ui/values';
import classes from './disputes.module.css';
import { useNames } from './people';
import { newsOf } from './news';
import { exchangesQuery, type Dispute, type Exchange, type Side } from './queries';

export function Exchanges({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const list = useInfiniteQuery(exchangesQuery(dispute.id));
  const asked = list.isFetched || list.isFetching;
  return (
    <Section title={t('exchanges.title')} lead={t('exchanges.lead')}>
      {asked ? (
        <Read dispute={dispute} list={list} />
      ) : (
        <Button variant="default" onClick={() => void list.refetch()}>
          {t('exchanges.read')}
        </Button>
      )}
    </Section>
  );
}

interface ReadProps {
  dispute: Dispute;
  list: UseInfiniteQueryResult<InfiniteData<ExchangesPage<Exchange>>>;
}

function Read({ dispute, list }: ReadProps) {
  const { t } = useTranslation('disputes');
  const { named } = useNames(dispute);
  return (
    <ListState
      list={list}
      items={itemsOf(list.data)}
      empty={<EmptyState title={t('exchanges.none')} />}
    >
      {(exchanges) => (
        <ol className={classes.thread} aria-label={t('exchanges.title')}>
          {exchanges.map(({ kind, from, text, at }, index) => (
            <li key={index} className={classes.line} data-kind={kind}>
              <p className={classes.who}>
                <strong>{from ? named[from as Side] : t('exchanges.alone')}</strong>{' '}
                <span className={classes.quiet}>
                  <DateText value={at} as="day-time" />
                </span>
              </p>
              {kind !== 'message' && <p className={classes.quiet}>{t(`news.${newsOf(kind)}`)}</p>}
              {text && <Prose>{text}</Prose>}
            </li>
          ))}
        </ol>
      )}
    </ListState>
  );
}
