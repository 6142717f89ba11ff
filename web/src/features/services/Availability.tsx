// A provider's leave (S2-043): its services leave the shelf and no call for offers is told to it; what has
// begun goes on. The custom offers that wait are shown before it leaves (S2-044).
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { ActButton } from '@/ui/ActButton';
import { ConfirmModal } from '@/ui/ConfirmModal';
import { Link } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { toast } from '@/ui/toast';
import { pendingOffersQuery, useShelf, type Organization } from './queries';

export function Availability({ organization }: { organization: Organization }) {
  const { t } = useTranslation('services');
  const { leave } = useShelf();
  const can = (action: string) => organization.actions.includes(action);
  if (!organization.paused) {
    return <Notice action={can('pause') && <Pause />}>{t('leave.available')}</Notice>;
  }
  const resume = async () => {
    await leave('resume');
    toast.done(t('leave.resumed'));
  };
  return (
    <Notice
      tone="caution"
      title={t('leave.paused')}
      action={can('resume') && <ActButton onAct={resume}>{t('leave.resume')}</ActButton>}
    >
      {t('leave.pausedText')}
    </Notice>
  );
}

function Pause() {
  const { t } = useTranslation('services');
  const [asking, setAsking] = useState(false);
  const { leave } = useShelf();
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('leave.pause')}
      </Button>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('leave.asked')}
        consequences={[t('leave.shelf'), t('leave.tenders'), t('leave.goesOn')]}
        confirmLabel={t('leave.pause')}
        onConfirm={async () => {
          await leave('pause');
          toast.done(t('leave.done'));
        }}
      >
        <PendingOffers />
      </ConfirmModal>
    </>
  );
}

/** They hold through the pause: what a client may accept meanwhile is named. */
function PendingOffers() {
  const { t } = useTranslation('services');
  const pending = useQuery(pendingOffersQuery).data;
  if (!pending || pending.items.length === 0) return null;
  return (
    <Notice tone="caution" title={t('leave.pending')}>
      <ul>
        {pending.items.map(({ id, title, client }) => (
          <li key={id}>
            <Link href={urls.customOffer(id)}>{title}</Link>, {client.handle}
          </li>
        ))}
      </ul>
      {pending.next_page && <Link href={urls.customOffers()}>{t('leave.allPending')}</Link>}
    </Notice>
  );
}
