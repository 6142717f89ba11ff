// A provider changes what a campaign says, until it is paid.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useGo, usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader } from '@/ui/Page';
import { QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { CampaignFields } from './CampaignFields';
import { formOf, inputOf } from './form';
import { campaignQuery, choicesQuery, useCampaigns, type Campaign, type Choices } from './queries';

export default function EditCampaignPage() {
  const campaign = useQuery(campaignQuery(usePathParam('id')));
  return (
    <Page width="form">
      <QueryState page query={campaign}>
        {(data) => <Edit key={data.version} campaign={data} />}
      </QueryState>
    </Page>
  );
}

function Edit({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const choices = useQuery(choicesQuery);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('list.title'), href: urls.campaigns },
          { label: campaign.title, href: urls.campaign(campaign.id) },
        ]}
        title={t('edit.title', { title: campaign.title })}
      />
      {campaign.actions.includes('edit') ? (
        <QueryState query={choices}>
          {(data) => <EditForm campaign={campaign} choices={data} />}
        </QueryState>
      ) : (
        <Notice>{t('edit.readOnly')}</Notice>
      )}
    </>
  );
}

function EditForm({ campaign, choices }: { campaign: Campaign; choices: Choices }) {
  const { t } = useTranslation('campaigns');
  const go = useGo();
  const { save } = useCampaigns();
  const form = useApiForm({
    initialValues: formOf(campaign),
    send: (values) => save(campaign, inputOf(values)),
    onDone: () => {
      toast.done(t('edit.done'));
      go(urls.campaign(campaign.id));
    },
  });
  return <CampaignFields form={form} choices={choices} submitLabel={t('edit.submit')} />;
}
