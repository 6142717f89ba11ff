// From which service an offer is made (S2-003, S2-005): it fills the form, and everything in it can be changed.
import { Select } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOptionalLabel } from '@/ui/Form';
import type { FieldsProps } from './fields';
import { asking, madeFrom, offeredAs, templateOf } from './form';
import { kindsQuery, serviceQuery, shelfQuery } from './queries';

type Props = Pick<FieldsProps, 'form'>;

export function ServiceFields({ form }: Props) {
  const { t } = useTranslation('custom-offers');
  const optional = useOptionalLabel();
  const client = useQueryClient();
  const shelf = useQuery(shelfQuery).data?.items;
  const { service } = form.form.getValues();
  if (!shelf || (shelf.length === 0 && !service)) return null;
  const choices = shelf.map(({ id, title }) => ({ value: id, label: title }));
  // An offer may outlive the service that it was made from.
  if (service && !shelf.some(({ id }) => id === service)) {
    choices.push({ value: service, label: t('form.goneService') });
  }
  const choose = async (id: string | null) => {
    form.form.setFieldValue('service', id);
    const chosen = id && shelf.some((one) => one.id === id);
    if (!chosen) return;
    const [found, offered] = await Promise.all([
      client.fetchQuery(serviceQuery(id)),
      client.fetchQuery(kindsQuery(id)),
    ]);
    const filled = madeFrom(form.form.getValues(), templateOf(found));
    form.form.setValues(asking(offeredAs(filled, offered.kinds), found.questions));
  };
  return (
    <>
      <Select
        label={optional(t('form.service'))}
        description={t('form.serviceHint')}
        placeholder={t('form.noService')}
        clearable
        data={choices}
        {...form.field('service')}
        onChange={(id) => void choose(id)}
      />
      {service && <PackageField key={service} form={form} service={service} />}
    </>
  );
}

function PackageField({ form, service: id }: Props & { service: string }) {
  const { t } = useTranslation('custom-offers');
  const optional = useOptionalLabel();
  const service = useQuery(serviceQuery(id)).data;
  if (!service || service.packages.length === 0) return null;
  return (
    <Select
      label={optional(t('form.package'))}
      placeholder={t('form.noPackage')}
      data={service.packages.map(({ name }, index) => ({ value: String(index), label: name }))}
      onChange={(index) => {
        const chosen = service.packages[Number(index)];
        if (!chosen) return;
        form.form.setValues(madeFrom(form.form.getValues(), templateOf(service, chosen)));
      }}
    />
  );
}
