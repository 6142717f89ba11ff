// The top of every page: the house, the public doors, and either « se connecter » or one's account.
import { ActionIcon, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell, IconChevronDown, IconMenu2 } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { BareLink, ButtonLink } from '@/ui/Link';
import { Logo } from '@/ui/Logo';
import { useHasPage } from '../navigation';
import { useSession, type Me } from '../session';
import { useFreshTodo } from '../todo';
import { usePath } from '../url-state';
import { PUBLIC_LINKS } from './publicLinks';
import { Unread } from './Unread';
import classes from './SiteHeader.module.css';

// What unfolds is fetched apart: the first page does not wait for it.
const AccountMenu = lazy(() => import('./AccountMenu'));
const SmallScreenDrawer = lazy(() => import('./SmallScreenDrawer'));

export function SiteHeader({ wide = false }: { wide?: boolean }) {
  const { t } = useTranslation('app');
  const session = useSession();
  return (
    <header className={`${classes.header} no-print`}>
      <div className={classes.bar} data-wide={wide || undefined}>
        <BareLink href={urls.home} className={classes.logo} aria-label={t('nav.home')}>
          <Logo />
        </BareLink>
        <PublicLinks />
        <div className={classes.end}>
          {session.state === 'visitor' && <VisitorDoors />}
          {session.state === 'signed-in' && <AccountDoors me={session.me} />}
          <SmallScreenMenu me={session.state === 'signed-in' ? session.me : null} />
        </div>
      </div>
    </header>
  );
}

function PublicLinks() {
  const { t } = useTranslation('app');
  const hasPage = useHasPage();
  const path = usePath();
  return (
    <nav className={classes.links} aria-label={t('nav.label')}>
      {PUBLIC_LINKS.filter(({ href }) => hasPage(href)).map(({ text, href }) => (
        <BareLink key={href} href={href} aria-current={path === href ? 'page' : undefined}>
          {t(`nav.${text}`)}
        </BareLink>
      ))}
    </nav>
  );
}

function VisitorDoors() {
  const { t } = useTranslation('app');
  return (
    <>
      <BareLink href={urls.signIn()} className={classes.signIn}>
        {t('nav.signIn')}
      </BareLink>
      <ButtonLink href={urls.register} variant="default" className={classes.register}>
        {t('nav.register')}
      </ButtonLink>
    </>
  );
}

function AccountDoors({ me }: { me: Me }) {
  const { t } = useTranslation('app');
  const hasPage = useHasPage();
  useFreshTodo(usePath());
  return (
    <>
      {me.organization.kind === 'client' && hasPage(urls.newEvent()) && (
        <ButtonLink href={urls.newEvent()} variant="default" className={classes.wide}>
          {t('nav.createTender')}
        </ButtonLink>
      )}
      {me.organization.kind === 'provider' && hasPage(urls.potentialTenders) && (
        <ButtonLink href={urls.potentialTenders} variant="default" className={classes.wide}>
          {t('nav.potential')}
        </ButtonLink>
      )}
      {hasPage(urls.notifications) && (
        <ActionIcon
          component={BareLink}
          href={urls.notifications}
          className={classes.bell}
          size={44}
        >
          <span className="visually-hidden">{t('nav.notifications')}</span>
          <IconBell size={22} stroke={1.75} aria-hidden />
          <Unread of="unread_notices" onIcon />
        </ActionIcon>
      )}
      <Suspense fallback={<AccountButton name={me.given_name} />}>
        <AccountMenu me={me} className={classes.account} />
      </Suspense>
    </>
  );
}

/** Holds the place of the menu while its code is on its way. */
function AccountButton({ name }: { name: string }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      className={classes.account}
      rightSection={<IconChevronDown size={16} aria-hidden />}
    >
      {name}
    </Button>
  );
}

function SmallScreenMenu({ me }: { me: Me | null }) {
  const { t } = useTranslation('app');
  const [opened, { open, close }] = useDisclosure(false);
  const [wanted, setWanted] = useState(false);
  const path = usePath();
  useEffect(() => close(), [path, close]);
  const show = () => {
    setWanted(true);
    open();
  };
  return (
    <>
      <ActionIcon
        className={classes.burger}
        onClick={show}
        aria-label={t('nav.openMenu')}
        size={44}
      >
        <IconMenu2 size={24} stroke={1.75} />
      </ActionIcon>
      {wanted && (
        <Suspense>
          <SmallScreenDrawer me={me} opened={opened} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
