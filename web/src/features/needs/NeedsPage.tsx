// « Mes besoins »: those a client sent, with how many of the providers answered.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { RelativeTime } from '@/ui/values';
import { useSummary } from './NeedSummary';
import { needsQuery, type Need } from './queries';

export default function NeedsPage() {
  const { t } = useTranslation('needs');
  const list = useInfiniteQuery(needsQuery);
  const describe = <ButtonLink href={urls.newNeed()}>{t('list.describe')}</ButtonLink>;
  const needs = itemsOf(list.data);
  return (
    <Page>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={needs.length > 0 && describe}
      />
      <ListState
        list={list}
        items={needs}
        empty={
          <EmptyState title={t('list.none')} drawing="letter" action={describe}>
            <p>{t('list.noneText')}</p>
          </EmptyState>
        }
      >
        {(items) => (
          <Rows>
            {items.map((need) => (
              <NeedRow key={need.id} need={need} />
            ))}
          </Rows>
        )}
      </ListState>
    </Page>
  );
}

function NeedRow({ need }: { need: Need }) {
  const { t } = useTranslation('needs');
  const summary = useSummary();
  const answered = need.recipients.filter(({ state }) => state === 'answered').length;
  return (
    <Row
      title={need.title}
      href={urls.need(need.id)}
      facts={[
        ...summary(need),
        t('list.recipients', { count: need.recipients.length }),
        <RelativeTime value={need.sent_at} />,
      ]}
      status={
        <StatusBadge tone={answered > 0 ? 'positive' : 'waiting'}>
          {answered > 0 ? t('list.answered', { count: answered }) : t('list.waiting')}
        </StatusBadge>
      }
    />
  );
}
