// The public page of a service: what is done, for how much, in how many days, and whom to write to.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Gallery } from '@/app/Gallery';
import { usePlaceName, useTradeName } from '@/app/reference';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { DataList } from '@/ui/DataList';
import { Emblem } from '@/ui/emblem/Emblem';
import { Link } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Columns, Page, PageHeader, Section } from '@/ui/Page';
import { Prose } from '@/ui/Prose';
import { Facts } from '@/ui/Rows';
import { PriceFrom } from '@/ui/ServiceRow';
import { Stars } from '@/ui/Stars';
import { QueryState } from '@/ui/states';
import { ContactActions } from './ContactActions';
import { Packages } from './Packages';
import { serviceQuery, type Service } from './queries';
import { useRevisions } from './words';

export default function ServicePage() {
  const service = useQuery(serviceQuery(usePathParam('slug')));
  return (
    <Page>
      <QueryState page query={service}>
        {(data) => <Shown service={data} />}
      </QueryState>
    </Page>
  );
}

function Shown({ service }: { service: Service }) {
  const { t } = useTranslation('services');
  const hidden = service.hidden_because as 'draft' | null;
  return (
    <>
      <Head service={service} />
      {hidden && <Notice tone="caution">{t(`hidden.${hidden}`)}</Notice>}
      <Columns aside={<Particulars service={service} />}>
        <Gallery photos={service.photos} label={t('page.photos')} />
        <Section title={t('page.description')}>
          <Prose>{service.description}</Prose>
        </Section>
        {service.packages.length > 0 && (
          <Section title={t('page.packages')}>
            <Packages packages={service.packages} />
          </Section>
        )}
        {service.questions.length > 0 && (
          <Section title={t('page.questions')} lead={t('page.questionsLead')}>
            <ul>
              {service.questions.map(({ text, mandatory }) => (
                <li key={text}>
                  {text} {!mandatory && t('page.optional')}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Columns>
    </>
  );
}

function Head({ service }: { service: Service }) {
  const { t } = useTranslation('services');
  const tradeName = useTradeName();
  const placeName = usePlaceName();
  const { provider } = service;
  const trade = tradeName(service.trade);
  return (
    <PageHeader
      crumbs={[
        { label: t('catalogue.crumb'), href: urls.services() },
        { label: trade, href: urls.services({ trade: service.trade }) },
      ]}
      picture={<Emblem handle={provider.handle} trade={service.trade} size="large" />}
      title={service.title}
      documentTitle={`${service.title}, ${provider.name}`}
      description={service.description.slice(0, 160)}
      lead={
        <Facts
          items={[
            <Link href={urls.provider(provider.handle)}>{provider.name}</Link>,
            placeName(provider.town, provider.departement),
            provider.is_new ? (
              t('page.new')
            ) : (
              <Stars value={provider.rating.average ?? null} count={provider.rating.count} />
            ),
          ]}
        />
      }
      actions={<ContactActions service={service} />}
    />
  );
}

function Particulars({ service }: { service: Service }) {
  const { t } = useTranslation('services');
  const revisions = useRevisions();
  return (
    <>
      <DataList
        items={[
          { label: t('page.price'), value: <PriceFrom price={service.price_from} /> },
          {
            label: t('page.delivery'),
            value: t('page.days', { count: service.delivery_days }),
          },
          { label: t('page.revisions'), value: revisions(service) },
        ]}
      />
      <Notice>{t('page.note')}</Notice>
    </>
  );
}
