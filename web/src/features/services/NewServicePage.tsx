// A provider begins a service: a draft until it is published.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { organizationQuery } from '@/app/session';
import { useGo } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Page, PageHeader } from '@/ui/Page';
import { QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { emptyService, inputOf } from './form';
import { useShelf } from './queries';
import { ServiceFormFields } from './ServiceFormFields';

export default function NewServicePage() {
  const { t } = useTranslation('services');
  const organization = useQuery(organizationQuery);
  return (
    <Page width="form">
      <PageHeader
        crumbs={[{ label: t('mine.title'), href: urls.myServices }]}
        title={t('new.title')}
        lead={t('new.lead')}
      />
      <QueryState query={organization}>{({ trades }) => <NewService trades={trades} />}</QueryState>
    </Page>
  );
}

function NewService({ trades }: { trades: string[] }) {
  const { t } = useTranslation('services');
  const go = useGo();
  const { create } = useShelf();
  const form = useApiForm({
    initialValues: emptyService(trades.length === 1 ? trades[0] : undefined),
    send: (values, key) => create(inputOf(values), key),
    onDone: () => {
      toast.done(t('new.done'));
      go(urls.myServices);
    },
  });
  return <ServiceFormFields form={form} trades={trades} submitLabel={t('new.submit')} />;
}
