// A provider creates a campaign, perhaps one that ran before, and goes on to its payment.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { useApiForm } from '@/api/useApiForm';
import { useSettings } from '@/app/reference';
import { organizationQuery } from '@/app/session';
import { useGo, useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader } from '@/ui/Page';
import { QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { CampaignFields } from './CampaignFields';
import { emptyCampaign, formAgain, inputOf, type CampaignForm } from './form';
import { choicesQuery, modelQuery, useCampaigns, type Choices } from './queries';

export default function NewCampaignPage() {
  const { t } = useTranslation('campaigns');
  const settings = useQuery({ ...choicesQuery });
  const sells = useSettings().data?.payments;
  return (
    <Page width="form">
      <PageHeader
        crumbs={[
          { label: t('list.crumb'), href: urls.subscription },
          { label: t('list.title'), href: urls.campaigns },
        ]}
        title={t('new.title')}
        lead={t('new.lead')}
      />
      {sells === null ? (
        <NotSold />
      ) : (
        <QueryState query={settings}>{(choices) => <Begin choices={choices} />}</QueryState>
      )}
    </Page>
  );
}

function NotSold() {
  const { t } = useTranslation('campaigns');
  return (
    <Notice
      action={
        <ButtonLink variant="default" href={urls.contact}>
          {t('form.write')}
        </ButtonLink>
      }
    >
      {t('form.noPayments')}
    </Notice>
  );
}

/** From what ran before, or from nothing: a model that is gone is nothing too. */
function Begin({ choices }: { choices: Choices }) {
  const model = useUrlFilters().one('modele');
  const organization = useQuery(organizationQuery);
  const again = useQuery({ ...modelQuery(model ?? ''), enabled: Boolean(model) });
  return (
    <QueryState query={organization}>
      {({ departement }) => {
        if (model && again.isPending) return null;
        const initial = again.data
          ? formAgain(again.data, choices.first_day)
          : emptyCampaign(departement ?? null, choices.first_day);
        return <NewCampaign choices={choices} initial={initial} />;
      }}
    </QueryState>
  );
}

function NewCampaign({ choices, initial }: { choices: Choices; initial: CampaignForm }) {
  const { t } = useTranslation('campaigns');
  const go = useGo();
  const { create, pay } = useCampaigns();
  const form = useApiForm({
    initialValues: initial,
    send: (values, key) => create(inputOf(values), key),
    onDone: async ({ id }) => {
      try {
        go(urls.payment((await pay(id)).id));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        // It is created all the same: its own page says what is left to do.
        toast.refused(error);
        go(urls.campaign(id));
      }
    },
  });
  return (
    <CampaignFields
      form={form}
      choices={choices}
      submitLabel={t('new.submit')}
      note={t('new.note')}
    />
  );
}
