// The catalogue: what providers sell at a price that is told, by trade, place and words (S5-010).
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { DescribeNeed } from '@/app/DescribeNeed';
import { useDepartementName, useTradeName } from '@/app/reference';
import { TradeAndPlace } from '@/app/TradeAndPlace';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink, Link } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Rows } from '@/ui/Rows';
import { ServiceRow } from '@/ui/ServiceRow';
import { EmptyState, ListState, RowsSkeleton } from '@/ui/states';
import { catalogueQuery } from './queries';

export default function CataloguePage() {
  const { t } = useTranslation('services');
  const filters = useUrlFilters();
  const tradeName = useTradeName();
  const [trade, departement, q] = ['trade', 'departement', 'q'].map(filters.one);
  const list = useInfiniteQuery(catalogueQuery({ trade, departement, q }));
  return (
    <Page>
      <PageHeader
        title={useTitle(trade, departement)}
        description={t('catalogue.description')}
        lead={
          <>
            {t('catalogue.lead')} <Link href={urls.ranking}>{t('catalogue.ranking')}</Link>
          </>
        }
        actions={<DescribeNeed />}
      />
      <TradeAndPlace search={{ label: t('catalogue.search'), hint: t('catalogue.searchHint') }} />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={<Nothing trade={trade} departement={departement} />}
        waiting={<RowsSkeleton pictures count={6} />}
      >
        {(services) => (
          <Rows>
            {services.map((service) => (
              <ServiceRow key={service.id} service={service} trade={tradeName(service.trade)} />
            ))}
          </Rows>
        )}
      </ListState>
    </Page>
  );
}

function useTitle(trade: string | undefined, departement: string | undefined): string {
  const { t } = useTranslation('services');
  const tradeName = useTradeName();
  const placeName = useDepartementName();
  const title = trade ? t('catalogue.titleOf', { trade: tradeName(trade) }) : t('catalogue.title');
  return departement ? `${title}, ${placeName(departement)}` : title;
}

interface NothingProps {
  trade: string | undefined;
  departement: string | undefined;
}

function Nothing({ trade, departement }: NothingProps) {
  const { t } = useTranslation('services');
  return (
    <EmptyState
      title={t('catalogue.empty')}
      action={
        <ButtonLink href={urls.directory({ trade, departement })} variant="default">
          {t('catalogue.emptyAction')}
        </ButtonLink>
      }
    >
      <p>{t('catalogue.emptyText')}</p>
    </EmptyState>
  );
}
