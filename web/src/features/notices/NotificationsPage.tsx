// In-app notifications: they arrive whatever the person chose for its mails (S1-171).
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { itemsOf } from '@/api/pages';
import { useUnread } from '@/app/todo';
import { useUrlFilters } from '@/app/url-state';
import { urls, withQuery } from '@/lib/urls';
import { Page, PageHeader } from '@/ui/Page';
import { EmptyState, ListState, RowsSkeleton } from '@/ui/states';
import { TabLinks } from '@/ui/Tabs';
import { toast } from '@/ui/toast';
import { useNow } from '@/ui/values';
import { byAge } from './kinds';
import { NoticeRow } from './NoticeRow';
import classes from './NotificationsPage.module.css';
import { noticesQuery, useForget } from './queries';

export default function NotificationsPage() {
  const { t } = useTranslation('notices');
  const unread = useUrlFilters().one('voir') === 'non-lues';
  const list = useInfiniteQuery(noticesQuery(unread));
  const count = useUnread();
  const now = useNow();
  const tabs = [
    { href: urls.notifications, label: t('all'), current: !unread },
    {
      href: withQuery(urls.notifications, { voir: 'non-lues' }),
      label: t('unread'),
      current: unread,
      count: count > 0 && count < 100 ? count : undefined,
    },
  ];
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={count > 0 ? <ReadAll /> : undefined}
      />
      <TabLinks label={t('tabs')} tabs={tabs} />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={<Nothing unread={unread} />}
        waiting={<RowsSkeleton count={6} />}
      >
        {(notices) =>
          byAge(notices, now).map(([age, those]) => (
            <section key={age} className={classes.group} aria-label={t(`ages.${age}`)}>
              <h2>{t(`ages.${age}`)}</h2>
              <ul>
                {those.map((notice) => (
                  <NoticeRow key={notice.id} notice={notice} />
                ))}
              </ul>
            </section>
          ))
        }
      </ListState>
    </Page>
  );
}

function ReadAll() {
  const { t } = useTranslation('notices');
  const forget = useForget();
  const [pending, setPending] = useState(false);
  async function readAll() {
    setPending(true);
    try {
      await api.POST('/v1/notices/read-all');
      await forget();
    } catch (error) {
      toast.refused(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <Button variant="default" loading={pending} onClick={() => void readAll()}>
      {t('readAll')}
    </Button>
  );
}

function Nothing({ unread }: { unread: boolean }) {
  const { t } = useTranslation('notices');
  return (
    <EmptyState title={t(unread ? 'allRead' : 'empty')} drawing="letter">
      <p>{t('emptyText')}</p>
    </EmptyState>
  );
}
