// Where a campaign stands, in a sentence, and the one thing to do.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useGo } from '@/app/url-state';
import { formatDate } from '@/lib/dates';
import { urls } from '@/lib/urls';
import { ActButton } from '@/ui/ActButton';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { useLocale } from '@/ui/values';
import { choicesQuery, useCampaigns, type Campaign } from './queries';
import { statusOf } from './status';

export function CampaignNow({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const day = useDay();
  switch (statusOf(campaign)) {
    case 'draft':
      return <Draft campaign={campaign} />;
    case 'scheduled':
      return (
        <Notice title={t('page.scheduledTitle', { date: day(campaign.starts_on) })}>
          {t('page.scheduledText')}
        </Notice>
      );
    case 'running':
      return (
        <Notice title={t('page.runningTitle', { date: day(campaign.ends_on) })}>
          {t('page.runningText')}
        </Notice>
      );
    case 'ended':
      return (
        <Notice
          title={t('page.endedTitle')}
          action={<ButtonLink href={urls.newCampaign(campaign.id)}>{t('page.again')}</ButtonLink>}
        >
          {t('page.endedText')}
        </Notice>
      );
    case 'stopped':
      return (
        <Notice
          tone="caution"
          title={t('page.stoppedTitle')}
          action={<ButtonLink href={urls.contact}>{t('page.write')}</ButtonLink>}
        >
          {campaign.stop_reason ? (
            <>
              <p>« {campaign.stop_reason} »</p>
              <p>{t('page.stoppedText')}</p>
            </>
          ) : (
            <p>{t('page.takenBack')}</p>
          )}
        </Notice>
      );
  }
}

function Draft({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const go = useGo();
  const day = useDay();
  const { pay } = useCampaigns();
  const today = useQuery(choicesQuery).data?.first_day;
  const late = today !== undefined && campaign.starts_on < today;
  return (
    <Notice
      title={t('page.draftTitle')}
      action={
        campaign.actions.includes('pay') && (
          <ActButton
            variant="filled"
            onAct={async () => go(urls.payment((await pay(campaign.id)).id))}
          >
            {t('pay.button')}
          </ActButton>
        )
      }
    >
      {late ? t('page.draftLate') : t('page.draftText', { date: day(campaign.starts_on) })}
    </Notice>
  );
}

function useDay() {
  const locale = useLocale();
  return (value: string) => formatDate(value, locale, 'medium');
}
