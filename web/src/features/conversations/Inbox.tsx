// With whom I talk, what came last first.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useUnread } from '@/app/todo';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { DocumentTitle } from '@/ui/Page';
import { ListState, RowsSkeleton } from '@/ui/states';
import { TabLinks } from '@/ui/Tabs';
import { ConversationRow } from './ConversationRow';
import classes from './Inbox.module.css';
import { AllRead, NobodyYet } from './Nothing';
import { inboxQuery } from './queries';

/** What stands in the address for « Non lues ». */
export const ONLY_UNREAD = { nonlus: 'oui' };

/** The filter that a link of this desk keeps. */
export function useKeptFilter(): Record<string, string> {
  return useUrlFilters().one('nonlus') === 'oui' ? ONLY_UNREAD : {};
}

export function Inbox({ current }: { current?: string | undefined }) {
  const { t } = useTranslation('conversations');
  const kept = useKeptFilter();
  const unread = 'nonlus' in kept;
  const list = useInfiniteQuery(inboxQuery(unread));
  const Title = current ? 'h2' : 'h1';
  return (
    <section className={classes.inbox} aria-label={t('list.label')}>
      {!current && <DocumentTitle title={t('title')} />}
      <div className={classes.head}>
        <Title className={classes.title}>{t('title')}</Title>
        <Filter current={current} unread={unread} />
      </div>
      <div className={classes.list}>
        <ListState
          list={list}
          items={itemsOf(list.data)}
          empty={unread ? <AllRead /> : <NobodyYet />}
          waiting={<RowsSkeleton count={6} />}
        >
          {(conversations) => (
            <ul className={classes.rows}>
              {conversations.map((conversation) => (
                <ConversationRow
                  key={conversation.id}
                  conversation={conversation}
                  href={urls.conversation(conversation.id, kept)}
                  current={conversation.id === current}
                />
              ))}
            </ul>
          )}
        </ListState>
      </div>
    </section>
  );
}

function Filter({ current, unread }: { current: string | undefined; unread: boolean }) {
  const { t } = useTranslation('conversations');
  const count = useUnread('unread_conversations');
  const here = (query = {}) =>
    current ? urls.conversation(current, query) : urls.conversations(query);
  const tabs = [
    { href: here(), label: t('list.all'), current: !unread },
    {
      href: here(ONLY_UNREAD),
      label: t('list.unread'),
      current: unread,
      count: count > 0 && count < 100 ? count : undefined,
    },
  ];
  return <TabLinks label={t('list.tabs')} tabs={tabs} />;
}
