// A provider changes what one of its services says.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { organizationQuery } from '@/app/session';
import { useGo, usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader } from '@/ui/Page';
import { QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { formOf, inputOf } from './form';
import { serviceQuery, useShelf, type Service } from './queries';
import { ServiceFormFields } from './ServiceFormFields';

export default function EditServicePage() {
  const service = useQuery(serviceQuery(usePathParam('id')));
  return (
    <Page width="form">
      <QueryState page query={service}>
        {(data) => <Edit key={data.version} service={data} />}
      </QueryState>
    </Page>
  );
}

function Edit({ service }: { service: Service }) {
  const { t } = useTranslation('services');
  const organization = useQuery(organizationQuery);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('mine.title'), href: urls.myServices }]}
        title={t('edit.title', { title: service.title })}
      />
      {service.actions.includes('edit') ? (
        <QueryState query={organization}>
          {({ trades }) => <EditForm service={service} trades={trades} />}
        </QueryState>
      ) : (
        <Notice>{t('edit.readOnly')}</Notice>
      )}
    </>
  );
}

function EditForm({ service, trades }: { service: Service; trades: string[] }) {
  const { t } = useTranslation('services');
  const go = useGo();
  const { save } = useShelf();
  const form = useApiForm({
    initialValues: formOf(service),
    send: (values) => save(service, inputOf(values)),
    onDone: () => {
      toast.done(t('edit.done'));
      go(urls.myServices);
    },
  });
  return <ServiceFormFields form={form} trades={trades} submitLabel={t('edit.submit')} />;
}
