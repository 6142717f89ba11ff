// The public directory, by trade and by département, with search by name and text (S1-150, S1-151).
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { Banner } from '@/app/Banner';
import { DescribeNeed } from '@/app/DescribeNeed';
import { useDepartementName, useTradeName } from '@/app/reference';
import { TradeAndPlace } from '@/app/TradeAndPlace';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Rows } from '@/ui/Rows';
import { ListState, RowsSkeleton } from '@/ui/states';
import { Nobody } from './Nobody';
import { ProviderRow } from './ProviderRow';
import { directoryQuery } from './queries';

export default function DirectoryPage() {
  const { t } = useTranslation('providers');
  const filters = useUrlFilters();
  const [trade, departement, q] = ['trade', 'departement', 'q'].map(filters.one);
  const list = useInfiniteQuery(directoryQuery({ trade, departement, q }));
  return (
    <Page>
      <PageHeader
        title={useTitle(trade, departement)}
        description={t('directory.description')}
        lead={
          <>
            {t('directory.lead')} <Link href={urls.ranking}>{t('directory.ranking')}</Link>
          </>
        }
        actions={<DescribeNeed />}
      />
      <TradeAndPlace search={{ label: t('directory.search'), hint: t('directory.searchHint') }} />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={<Nobody />}
        waiting={<RowsSkeleton pictures count={6} />}
      >
        {(providers) => (
          <Rows>
            {providers.map((provider) => (
              <ProviderRow key={provider.id} provider={provider} />
            ))}
          </Rows>
        )}
      </ListState>
      <Banner placement="directory" departement={departement} />
    </Page>
  );
}

function useTitle(trade: string | undefined, departement: string | undefined): string {
  const { t } = useTranslation('providers');
  const tradeName = useTradeName();
  const placeName = useDepartementName();
  const title = trade ? tradeName(trade) : t('directory.title');
  return departement ? `${title}, ${placeName(departement)}` : title;
}
