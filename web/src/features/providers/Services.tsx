// What a provider sells at a price that is told. On leave, or without a service, there is nothing to show.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useTradeName } from '@/app/reference';
import { Section } from '@/ui/Page';
import { Rows } from '@/ui/Rows';
import { ServiceRow } from '@/ui/ServiceRow';
import { ListState, RowsSkeleton } from '@/ui/states';
import { providerServicesQuery, type Provider } from './queries';

export function Services({ provider }: { provider: Provider }) {
  const { t } = useTranslation('providers');
  const tradeName = useTradeName();
  const list = useInfiniteQuery(providerServicesQuery(provider.handle));
  const empty = provider.paused ? 'sheet.servicesPaused' : 'sheet.noServices';
  return (
    <Section title={t('sheet.services')}>
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={<p>{t(empty)}</p>}
        waiting={<RowsSkeleton pictures count={2} />}
      >
        {(services) => (
          <Rows>
            {services.map((service) => (
              <ServiceRow
                key={service.id}
                ofProvider
                service={service}
                trade={tradeName(service.trade)}
              />
            ))}
          </Rows>
        )}
      </ListState>
    </Section>
  );
}
