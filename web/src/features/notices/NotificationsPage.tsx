// In-app notifications: they arrive whatever the person chose for its mails (S1-171).
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { itemsOf, keyset } from '@/api/pages';
import type { components } from '@/api/schema.gen';
import { useGo, useUrlFilters } from '@/app/url-state';
import { urls, withQuery } from '@/lib/urls';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { TabLinks } from '@/ui/Tabs';
import { toast } from '@/ui/toast';
import { RelativeTime } from '@/ui/values';

type Notice = components['schemas']['NoticeView'];

function useForget(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['notices'] });
    await client.invalidateQueries({ queryKey: ['todo'] });
  };
}

export default function NotificationsPage() {
  const { t } = useTranslation('notices');
  const unread = useUrlFilters().one('voir') === 'non-lues';
  const list = useInfiniteQuery({
    queryKey: ['notices', unread],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/notices', { params: { query: { unread, page: pageParam } } })),
    ...keyset,
  });
  const tabs = [
    { href: urls.notifications, label: t('all'), current: !unread },
    {
      href: withQuery(urls.notifications, { voir: 'non-lues' }),
      label: t('unread'),
      current: unread,
    },
  ];
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} actions={<ReadAll />} />
      <TabLinks label={t('tabs')} tabs={tabs} />
      <ListState list={list} items={itemsOf(list.data)} empty={<Nothing />}>
        {(notices) => (
          <Rows>
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          </Rows>
        )}
      </ListState>
    </Page>
  );
}

function ReadAll() {
  const { t } = useTranslation('notices');
  const forget = useForget();
  async function readAll() {
    try {
      await api.POST('/v1/notices/read-all');
      await forget();
    } catch (error) {
      toast.refused(error);
    }
  }
  return (
    <Button variant="default" onClick={() => void readAll()}>
      {t('readAll')}
    </Button>
  );
}

function NoticeRow({ notice }: { notice: Notice }) {
  const { t, i18n } = useTranslation('notices');
  const go = useGo();
  const forget = useForget();
  async function open() {
    if (!notice.read_at) {
      const path = { id: notice.id };
      await api.POST('/v1/notices/{id}/read', { params: { path } }).catch(toast.refused);
      void forget();
    }
    go(notice.path);
  }
  return (
    <div
      onClickCapture={(event) => {
        if (!(event.target as Element).closest('a')) return;
        event.preventDefault();
        event.stopPropagation();
        void open();
      }}
    >
      <Row
        title={i18n.language === 'fr' ? notice.title_fr : notice.title_en}
        href={notice.path}
        facts={[<RelativeTime key="at" value={notice.created_at} />]}
        status={!notice.read_at && <StatusBadge tone="todo">{t('new')}</StatusBadge>}
      />
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation('notices');
  return (
    <EmptyState title={t('empty')} drawing="letter">
      <p>{t('emptyText')}</p>
    </EmptyState>
  );
}
