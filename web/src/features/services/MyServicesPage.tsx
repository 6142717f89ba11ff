// What a provider has on its shelf, and whether it is there for new clients.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useTradeName } from '@/app/reference';
import { organizationQuery } from '@/app/session';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader, Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { PriceFrom } from '@/ui/ServiceRow';
import { EmptyState, ListState, QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { Availability } from './Availability';
import classes from './MyServicesPage.module.css';
import { myServicesQuery, type MyService } from './queries';
import { ShelfActions } from './ShelfActions';
import { TONES } from './words';

export default function MyServicesPage() {
  const { t } = useTranslation('services');
  const organization = useQuery(organizationQuery);
  const manages = organization.data?.actions.includes('edit') ?? false;
  const list = useInfiniteQuery(myServicesQuery);
  const add = <ButtonLink href={urls.newService}>{t('mine.add')}</ButtonLink>;
  const services = itemsOf(list.data);
  return (
    <Page>
      <PageHeader
        title={t('mine.title')}
        lead={t('mine.lead')}
        actions={manages && services.length > 0 && add}
      />
      <ListState
        list={list}
        items={services}
        empty={
          <EmptyState title={t('mine.empty')} drawing="letter" action={manages && add}>
            <p>{t('mine.emptyText')}</p>
          </EmptyState>
        }
      >
        {(items) => (
          <Rows label={t('mine.title')}>
            {items.map((service) => (
              <MyRow key={service.id} service={service} />
            ))}
          </Rows>
        )}
      </ListState>
      <Section title={t('leave.title')}>
        <QueryState query={organization}>
          {(data) => <Availability organization={data} />}
        </QueryState>
      </Section>
    </Page>
  );
}

function MyRow({ service }: { service: MyService }) {
  const { t } = useTranslation('services');
  const tradeName = useTradeName();
  const status = service.status as 'draft';
  const hidden = service.hidden_because as 'trade_dropped' | null;
  // A draft and a pause say so themselves; what hides a published service must be told.
  const told = hidden && service.status === 'published';
  return (
    <Row
      title={service.title}
      href={urls.service(service.slug ?? service.id)}
      aside={<StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>}
      facts={[
        tradeName(service.trade),
        <PriceFrom key="price" price={service.price_from} />,
        t('page.days', { count: service.delivery_days }),
      ]}
      actions={<ShelfActions service={service} />}
    >
      {told && <p className={classes.hidden}>{t(`hidden.${hidden}`)}</p>}
    </Row>
  );
}
