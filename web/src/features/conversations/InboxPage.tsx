// « Messagerie »: one's conversations (S1-081, S5-001). `?avec=` goes on to the one with a party.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useMe } from '@/app/session';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { DocumentTitle, Page, PageHeader } from '@/ui/Page';
import { EmptyState, QueryState } from '@/ui/states';
import { Desk } from './Desk';
import classes from './Desk.module.css';
import { GoTo } from './GoTo';
import { NobodyYet } from './Nothing';
import { conversationWithQuery, inboxQuery } from './queries';

export default function InboxPage() {
  const wanted = useUrlFilters().one('avec');
  if (useMe().organization.kind === 'operator') return <NotForYou />;
  return wanted ? <Finding organization={wanted} /> : <AllOfThem />;
}

function AllOfThem() {
  const { t } = useTranslation('conversations');
  const all = useInfiniteQuery(inboxQuery({}));
  if (all.data && itemsOf(all.data).length === 0) {
    return (
      <Page>
        <PageHeader title={t('title')} />
        <NobodyYet />
      </Page>
    );
  }
  return (
    <Desk>
      <div className={classes.pick}>
        <EmptyState title={t('list.pick')} drawing="letter">
          <p>{t('list.pickText')}</p>
        </EmptyState>
      </div>
    </Desk>
  );
}

function Finding({ organization }: { organization: string }) {
  const { t } = useTranslation('conversations');
  const query = useQuery(conversationWithQuery(organization));
  return (
    <Page>
      <DocumentTitle title={t('title')} />
      <h1 className="visually-hidden">{t('finding')}</h1>
      <QueryState query={query}>
        {(found) =>
          found ? (
            <GoTo href={urls.conversation(found.id)} />
          ) : (
            <EmptyState title={t('noneYet')} drawing="letter" />
          )
        }
      </QueryState>
    </Page>
  );
}

/** The operator takes no part in conversations. */
function NotForYou() {
  const { t } = useTranslation('conversations');
  return (
    <Page>
      <EmptyState asPageTitle title={t('list.notForYou')} drawing="letter">
        <p>{t('list.notForYouText')}</p>
      </EmptyState>
    </Page>
  );
}
