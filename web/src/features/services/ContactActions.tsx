// The next step from a service: a client asks for a quote or writes to its provider, a visitor signs in first,
// its provider edits it.
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
  const visitor = session.state === 'visitor';
  if (!visitor && session.me.organization.kind !== 'client') return null;
  const lead = (href: string) => (visitor ? urls.signIn(href) : href);
  return (
    <>
      <ButtonLink href={lead(urls.askQuote(service.slug ?? service.id))}>
        {t('page.quote')}
      </ButtonLink>
      <ButtonLink href={lead(write)} variant="default">
        {t('page.contact')}
      </ButtonLink>
    </>
  );
}
