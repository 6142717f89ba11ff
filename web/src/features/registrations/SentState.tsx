// After the form: what comes next, where to look, and how to get the link again (S1-008).
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useSettings } from '@/app/reference';
import { safeReturn, urls } from '@/lib/urls';
import { ActButton } from '@/ui/ActButton';
import { ButtonLink, Link } from '@/ui/Link';
import { PageHeader } from '@/ui/Page';
import { toast } from '@/ui/toast';

interface Sent {
  email: string;
  /** The page that asked to register. */
  back: string | undefined;
}

export function SentState({ email, back }: Sent) {
  const { t } = useTranslation('registrations');
  const demo = useSettings().data?.mailbox ?? false;
  return (
    <>
      <PageHeader title={t('sent.title')} lead={t('sent.text', { email })} />
      {demo && (
        <p>
          <ButtonLink href={urls.mailbox}>{t('sent.mailbox')}</ButtonLink>
        </p>
      )}
      <p>{t('sent.spam')}</p>
      <p>
        <ResendButton email={email} back={back} />{' '}
        <Link href={urls.contact}>{t('sent.support')}</Link>
      </p>
    </>
  );
}

function ResendButton({ email, back }: Sent) {
  const { t } = useTranslation('registrations');
  async function resend() {
    await api.POST('/v1/activations/resend', {
      body: { email, back: back ? safeReturn(back) : null },
    });
    toast.done(t('sent.againDone'));
  }
  return <ActButton onAct={resend}>{t('sent.again')}</ActButton>;
}
