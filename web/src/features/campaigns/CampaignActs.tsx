// What a provider may do with a campaign, as the view permits it.
import { useTranslation } from 'react-i18next';
import { useGo } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { AskingButton } from '@/ui/AskingButton';
import { ButtonLink } from '@/ui/Link';
import { useCampaigns, type Campaign } from './queries';

export function CampaignActs({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const go = useGo();
  const { remove } = useCampaigns();
  const can = (action: string) => campaign.actions.includes(action);
  return (
    <>
      {can('edit') && (
        <ButtonLink href={urls.campaignEdit(campaign.id)} variant="default">
          {t('edit.button')}
        </ButtonLink>
      )}
      {can('delete') && (
        <AskingButton
          label={t('remove.button')}
          title={t('remove.title', { title: campaign.title })}
          consequences={[t('remove.gone'), t('remove.unpaid')]}
          confirmLabel={t('remove.confirm')}
          danger
          done={t('remove.done')}
          onConfirm={async () => {
            await remove(campaign);
            go(urls.campaigns, { replace: true });
          }}
        />
      )}
    </>
  );
}
