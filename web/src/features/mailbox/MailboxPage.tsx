// The demo's mailbox: every mail of the instance, with links that work.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { itemsOf, keyset } from '@/api/pages';
import { useSettings } from '@/app/reference';
import { useUrlFilters } from '@/app/url-state';
import { bindMarks } from '@/lib/text';
import { urls, withQuery } from '@/lib/urls';
import { FilterBar, SearchField } from '@/ui/FilterBar';
import { Link } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState, QueryState } from '@/ui/states';
import { RelativeTime } from '@/ui/values';
import { MailText } from './MailText';

const FRESH_MILLISECONDS = 3000;

export default function MailboxPage() {
  const { t } = useTranslation('mailbox');
  const settings = useSettings();
  const mail = useUrlFilters().one('mail');
  if (settings.data && !settings.data.mailbox) {
    return (
      <Page>
        <EmptyState title={t('closed')} asPageTitle>
          <p>{t('closedText')}</p>
        </EmptyState>
      </Page>
    );
  }
  return <Page width="text">{mail ? <Mail id={mail} /> : <Mails />}</Page>;
}

function Mails() {
  const { t } = useTranslation('mailbox');
  const filters = useUrlFilters();
  const recipient = filters.one('recipient');
  const list = useInfiniteQuery({
    queryKey: ['mailbox', recipient],
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/v1/mailbox', { params: { query: { recipient, page: pageParam } } })),
    refetchInterval: FRESH_MILLISECONDS,
    ...keyset,
  });
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} lead={t('lead')} />
      <FilterBar>
        <SearchField
          label={t('recipient')}
          value={recipient ?? ''}
          onChange={(text) => filters.set({ recipient: text.trim() })}
        />
      </FilterBar>
      <ListState list={list} items={itemsOf(list.data)} empty={<NoMail />}>
        {(mails) => (
          <Rows>
            {mails.map((mail) => (
              <Row
                key={mail.id}
                title={bindMarks(mail.subject)}
                href={withQuery(urls.mailbox, { mail: mail.id })}
                facts={[
                  t('to', { recipient: mail.recipient }),
                  <RelativeTime key="at" value={mail.created_at} />,
                ]}
              />
            ))}
          </Rows>
        )}
      </ListState>
    </>
  );
}

function NoMail() {
  const { t } = useTranslation('mailbox');
  return (
    <EmptyState title={t('empty')} drawing="letter">
      <p>{t('emptyText')}</p>
    </EmptyState>
  );
}

function Mail({ id }: { id: string }) {
  const { t } = useTranslation('mailbox');
  const mail = useQuery({
    queryKey: ['mail', id],
    queryFn: () => unwrap(api.GET('/v1/mailbox/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <QueryState page query={mail}>
        {(data) => (
          <>
            <PageHeader
              title={bindMarks(data.subject)}
              crumbs={[{ label: t('back'), href: urls.mailbox }]}
              lead={
                <>
                  {t('to', { recipient: data.recipient })}, <RelativeTime value={data.created_at} />
                </>
              }
            />
            <MailText text={data.text_body} />
          </>
        )}
      </QueryState>
      <p>
        <Link href={urls.mailbox}>{t('back')}</Link>
      </p>
    </>
  );
}
