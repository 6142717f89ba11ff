// The next step from a sheet. A client writes to this very provider, once it has a service (S5-002); what it asks of a whole trade begins in
// the header. A visitor needs an account first. A provider cannot ask (S1-016); on its own sheet it edits.
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { urls, withReturn } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import type { Provider } from './queries';

export function SheetActions({ provider }: { provider: Provider }) {
  const { t } = useTranslation('providers');
  const session = useSession();
  const { handle } = provider;
  if (session.state === 'unknown') return null;
  if (session.state === 'visitor') return <ForVisitor provider={provider} />;
  const { organization } = session.me;
  if (organization.handle === handle) {
    return (
      <ButtonLink href={urls.sheet} variant="default">
        {t('sheet.edit')}
      </ButtonLink>
    );
  }
  if (organization.kind !== 'client' || !provider.takes_messages) return null;
  return <ButtonLink href={urls.newConversation(handle)}>{t('sheet.write')}</ButtonLink>;
}

function ForVisitor({ provider }: { provider: Provider }) {
  const { t } = useTranslation('providers');
  const write = urls.newConversation(provider.handle);
  return (
    <>
      <ButtonLink href={withReturn(urls.registerClient, provider.takes_messages ? write : null)}>
        {t('sheet.ask')}
      </ButtonLink>
      {provider.takes_messages && (
        <ButtonLink href={urls.signIn(write)} variant="default">
          {t('sheet.write')}
        </ButtonLink>
      )}
    </>
  );
}
