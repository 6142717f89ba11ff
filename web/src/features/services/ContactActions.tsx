// The next step from a service: a client writes to its provider about it, a visitor signs in first, its
// provider edits it.
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import type { Service } from './queries';

export function ContactActions({ service }: { service: Service }) {
  const { t } = useTranslation('services');
  const session = useSession();
  const write = urls.newConversation(service.provider.handle, { service: service.id });
  if (session.state === 'unknown') return null;
  if (service.actions.includes('edit')) {
    return (
      <ButtonLink href={urls.myService(service.id)} variant="default">
        {t('page.edit')}
      </ButtonLink>
    );
  }
  if (session.state === 'visitor') {
    return <ButtonLink href={urls.signIn(write)}>{t('page.contact')}</ButtonLink>;
  }
  if (session.me.organization.kind !== 'client') return null;
  return <ButtonLink href={write}>{t('page.contact')}</ButtonLink>;
}
