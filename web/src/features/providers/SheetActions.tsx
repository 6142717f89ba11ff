// The next step from a sheet. A client writes to this very provider; what it asks of a whole trade begins in
// the header. A visitor needs an account first. A provider cannot ask (S1-016); on its own sheet it edits.
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';

export function SheetActions({ handle }: { handle: string }) {
  const { t } = useTranslation('providers');
  const session = useSession();
  if (session.state === 'unknown') return null;
  if (session.state === 'visitor') return <ForVisitor handle={handle} />;
  const { organization } = session.me;
  if (organization.handle === handle) {
    return (
      <ButtonLink href={urls.sheet} variant="default">
        {t('sheet.edit')}
      </ButtonLink>
    );
  }
  if (organization.kind !== 'client') return null;
  return <ButtonLink href={urls.newConversation(handle)}>{t('sheet.write')}</ButtonLink>;
}

function ForVisitor({ handle }: { handle: string }) {
  const { t } = useTranslation('providers');
  return (
    <>
      <ButtonLink href={urls.registerClient}>{t('sheet.ask')}</ButtonLink>
      <ButtonLink href={urls.signIn(urls.newConversation(handle))} variant="default">
        {t('sheet.write')}
      </ButtonLink>
    </>
  );
}
