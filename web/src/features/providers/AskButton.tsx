// The next step from a sheet: ask for an offer. A provider cannot (S1-016); on its own sheet it edits.
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';

export function AskButton({ handle }: { handle: string }) {
  const { t } = useTranslation('providers');
  const session = useSession();
  const organization = session.state === 'signed-in' ? session.me.organization : null;
  if (organization?.handle === handle) {
    return (
      <ButtonLink href={urls.sheet} variant="default">
        {t('sheet.edit')}
      </ButtonLink>
    );
  }
  if (session.state === 'unknown' || (organization && organization.kind !== 'client')) return null;
  return (
    <ButtonLink href={organization ? urls.newEvent() : urls.registerClient}>
      {t('sheet.ask')}
    </ButtonLink>
  );
}
