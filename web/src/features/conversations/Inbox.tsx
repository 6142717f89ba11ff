// With whom I talk, what came last first, narrowed by what stands in the address.
import { Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useMe } from '@/app/session';
import { useUnread } from '@/app/todo';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { SearchField } from '@/ui/FilterBar';
import { DocumentTitle } from '@/ui/Page';
import { ListState, RowsSkeleton } from '@/ui/states';
import { TabLinks } from '@/ui/Tabs';
import { ConversationRow } from './ConversationRow';
import { ONLY_UNREAD, STATE_WORDS, useKept, wantedOf, type Kept } from './filters';
import classes from './Inbox.module.css';
import { AllRead, NobodyYet, NothingFound } from './Nothing';
import { inboxQuery } from './queries';
import { tagsQuery } from './sorting';

export function Inbox({ current }: { current?: string | undefined }) {
  const { t } = useTranslation('conversations');
  const kept = useKept();
  const list = useInfiniteQuery(inboxQuery(wantedOf(kept)));
  const sorts = useMe().organization.kind === 'provider';
  const Title = current ? 'h2' : 'h1';
  return (
    <section className={classes.inbox} aria-label={t('list.label')}>
      {!current && <DocumentTitle title={t('title')} />}
      <div className={classes.head}>
        <Title className={classes.title}>{t('title')}</Title>
        <Narrowing sorts={sorts} />
        <Filter current={current} kept={kept} />
      </div>
      <div className={classes.list}>
        <ListState
          list={list}
          items={itemsOf(list.data)}
          empty={<Empty kept={kept} />}
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

function Empty({ kept }: { kept: Kept }) {
  const { nonlus, ...others } = kept;
  if (Object.keys(others).length > 0) return <NothingFound />;
  return nonlus ? <AllRead /> : <NobodyYet />;
}

/** Words, and for a provider's team its tags, its people and where a conversation stands. */
function Narrowing({ sorts }: { sorts: boolean }) {
  const { t } = useTranslation('conversations');
  const filters = useUrlFilters();
  return (
    <search className={classes.narrowing} aria-label={t('list.filters')}>
      <SearchField
        label={t('list.search')}
        placeholder={t('list.searchHint')}
        value={filters.one('q') ?? ''}
        onChange={(q) => filters.set({ q })}
      />
      {sorts && (
        <div className={classes.selects}>
          <ByTag />
          <Select
            aria-label={t('list.byPerson')}
            placeholder={t('list.byPerson')}
            clearable
            clearButtonProps={{ 'aria-label': t('list.anyPerson') }}
            value={filters.one('confie') ?? null}
            data={[
              { value: 'moi', label: t('list.mine') },
              { value: 'personne', label: t('list.nobodys') },
            ]}
            onChange={(confie) => filters.set({ confie })}
          />
          <Select
            aria-label={t('list.byState')}
            placeholder={t('list.byState')}
            clearable
            clearButtonProps={{ 'aria-label': t('list.anyState') }}
            value={filters.one('etat') ?? null}
            data={STATE_WORDS.map((value) => ({ value, label: t(`list.states.${value}`) }))}
            onChange={(etat) => filters.set({ etat })}
          />
        </div>
      )}
    </search>
  );
}

function ByTag() {
  const { t } = useTranslation('conversations');
  const filters = useUrlFilters();
  const tags = useQuery(tagsQuery).data?.items ?? [];
  const tag = filters.one('balise');
  if (tags.length === 0 && !tag) return null;
  return (
    <Select
      aria-label={t('list.byTag')}
      placeholder={t('list.byTag')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('list.anyTag') }}
      value={tag ?? null}
      data={tags.map(({ id, name }) => ({ value: id, label: name }))}
      nothingFoundMessage={t('tags.none')}
      onChange={(balise) => filters.set({ balise })}
    />
  );
}

function Filter({ current, kept }: { current: string | undefined; kept: Kept }) {
  const { t } = useTranslation('conversations');
  const count = useUnread('unread_conversations');
  const { nonlus, ...others } = kept;
  const here = (query: Kept) =>
    current ? urls.conversation(current, query) : urls.conversations(query);
  const tabs = [
    { href: here(others), label: t('list.all'), current: !nonlus },
    {
      href: here({ ...others, ...ONLY_UNREAD }),
      label: t('list.unread'),
      current: nonlus === 'oui',
      count: count > 0 && count < 100 ? count : undefined,
    },
  ];
  return <TabLinks label={t('list.tabs')} tabs={tabs} />;
}
