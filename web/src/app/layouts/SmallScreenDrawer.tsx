// All of the navigation, on screens that have no room for it in the header.
import { Button, Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { BareLink } from '@/ui/Link';
import { accountEntries, useHasPage, workEntries } from '../navigation';
import type { Me } from '../session';
import { PUBLIC_LINKS } from './publicLinks';
import { LanguageSwitch, SchemeSwitch } from './settings';
import classes from './SmallScreenDrawer.module.css';
import { useSignOut } from './useSignOut';

interface SmallScreenDrawerProps {
  me: Me | null;
  opened: boolean;
  onClose: () => void;
}

export default function SmallScreenDrawer({ me, opened, onClose }: SmallScreenDrawerProps) {
  const { t } = useTranslation('app');
  const { t: ui } = useTranslation('ui');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="min(22rem, 100%)"
      title={t('nav.menu')}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <SmallScreenLinks me={me} />
    </Drawer>
  );
}

function SmallScreenLinks({ me }: { me: Me | null }) {
  const { t } = useTranslation('app');
  const hasPage = useHasPage();
  const signOut = useSignOut();
  const own = me
    ? [...workEntries[me.organization.kind], ...accountEntries[me.organization.kind]]
    : [];
  const shown = [...own, ...PUBLIC_LINKS].filter(({ href }) => hasPage(href));
  return (
    <div className={classes.drawer}>
      <nav aria-label={t('nav.label')} className={classes.links}>
        {!me && <BareLink href={urls.signIn()}>{t('nav.signIn')}</BareLink>}
        {!me && <BareLink href={urls.register}>{t('nav.register')}</BareLink>}
        {shown.map(({ text, href }) => (
          <BareLink key={href} href={href}>
            {t(`nav.${text}`)}
          </BareLink>
        ))}
      </nav>
      {me && (
        <Button variant="default" onClick={signOut}>
          {t('nav.signOut')}
        </Button>
      )}
      <SchemeSwitch />
      <LanguageSwitch />
    </div>
  );
}
