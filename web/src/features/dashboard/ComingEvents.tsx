// The client's events that are under way, the nearest first, each with how far its trades are.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { urls } from '@/lib/urls';
import { DayMark } from '@/ui/DayMark';
import { ButtonLink, Link } from '@/ui/Link';
import { Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, QueryState, RowsSkeleton } from '@/ui/states';
import { filled, underWay } from './events';

type Tender = components['schemas']['MyTender'];

export function ComingEvents() {
  const { t } = useTranslation('dashboard');
  const tenders = useQuery({
    queryKey: ['tenders', 'dashboard'],
    queryFn: () => unwrap(api.GET('/v1/my/tenders', { params: { query: { limit: 50 } } })),
  });
  return (
    <Section title={t('events')} actions={<Link href={urls.events()}>{t('allEvents')}</Link>}>
      <QueryState query={tenders} waiting={<RowsSkeleton count={3} />}>
        {({ items }) => <Events tenders={underWay(items)} />}
      </QueryState>
    </Section>
  );
}

function Events({ tenders }: { tenders: Tender[] }) {
  const { t } = useTranslation('dashboard');
  if (tenders.length === 0) {
    return (
      <EmptyState
        title={t('noEvents')}
        drawing="programme"
        action={
          <ButtonLink href={urls.inspiration} variant="default">
            {t('ideas')}
          </ButtonLink>
        }
      >
        <p>{t('noEventsText')}</p>
      </EmptyState>
    );
  }
  return (
    <Rows>
      {tenders.map((tender) => (
        <Row
          key={tender.id}
          lead={<DayMark day={tender.day} />}
          title={tender.title}
          href={urls.event(tender.id)}
          facts={[
            tender.town || null,
            t('offers', { count: tender.offers_count }),
            t('filled', filled(tender.progress)),
          ]}
        />
      ))}
    </Rows>
  );
}
