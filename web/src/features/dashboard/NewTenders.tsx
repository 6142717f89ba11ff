// The newest tenders that fit a provider's trades and départements.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { usePlaceName, useTradeName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { DayMark } from '@/ui/DayMark';
import { ButtonLink, Link } from '@/ui/Link';
import { Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, QueryState, RowsSkeleton } from '@/ui/states';
import { Tags } from '@/ui/Tags';
import { RelativeTime } from '@/ui/values';

const SHOWN = 4;

export function NewTenders() {
  const { t } = useTranslation('dashboard');
  const tradeName = useTradeName();
  const placeName = usePlaceName();
  const tenders = useQuery({
    queryKey: ['tenders', 'dashboard-potential'],
    queryFn: () =>
      unwrap(api.GET('/v1/potential-tenders', { params: { query: { limit: SHOWN } } })),
  });
  return (
    <Section
      title={t('forYou')}
      actions={<Link href={urls.potentialTenders}>{t('allTenders')}</Link>}
    >
      <QueryState query={tenders} waiting={<RowsSkeleton count={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <NoTender />
          ) : (
            <Rows>
              {items.map((tender) => (
                <Row
                  key={tender.id}
                  lead={<DayMark day={tender.day} />}
                  title={tender.title}
                  href={urls.tender(tender.slug)}
                  facts={[
                    placeName(tender.town, tender.departement),
                    tender.guests ? t('guests', { count: tender.guests }) : null,
                    <RelativeTime key="at" value={tender.published_at} />,
                  ]}
                >
                  <Tags
                    items={tender.trades.map(tradeName)}
                    strong={tender.my_trades.map(tradeName)}
                    label={t('trades')}
                  />
                </Row>
              ))}
            </Rows>
          )
        }
      </QueryState>
    </Section>
  );
}

function NoTender() {
  const { t } = useTranslation('dashboard');
  return (
    <EmptyState
      title={t('noTenders')}
      drawing="letter"
      action={
        <ButtonLink href={urls.sheet} variant="default">
          {t('sheet')}
        </ButtonLink>
      }
    >
      <p>{t('noTendersText')}</p>
    </EmptyState>
  );
}
