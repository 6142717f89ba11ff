// The top of every page: the house, the public doors, and either « se connecter » or one's account.
import { ActionIcon, Button, Drawer, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconBell, IconChevronDown, IconMenu2 } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { BareLink, ButtonLink } from '@/ui/Link';
import { Logo } from '@/ui/Logo';
import { toast } from '@/ui/toast';
import { accountEntries, useHasPage, workEntries, type Entry } from '../navigation';
import { endSession, leave, useSession, type Me } from '../session';
import { useFreshTodo } from '../todo';
import { usePath } from '../url-state';
import { LanguageSwitch, SchemeSwitch } from './settings';
import { Unread } from './Unread';
import classes from './SiteHeader.module.css';

type NavText = Entry['text'];

const PUBLIC: { text: NavText; href: string }[] = [
  { text: 'tenders', href: urls.tenders() },
  { text: 'directory', href: urls.directory() },
  { text: 'inspiration', href: urls.inspiration },
  { text: 'plans', href: urls.plans },
  { text: 'help', href: urls.help() },
];

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
      {PUBLIC.filter(({ href }) => hasPage(href)).map(({ text, href }) => (
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
          <Unread onIcon />
        </ActionIcon>
      )}
      <AccountMenu me={me} />
    </>
  );
}

function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation('app');
  const hasPage = useHasPage();
  const signOut = useSignOut();
  const entries = [...workEntries[me.organization.kind], ...accountEntries[me.organization.kind]];
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes.account}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {me.given_name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {entries
          .filter(({ href }) => hasPage(href))
          .map(({ text, href, icon: Icon }) => (
            <Menu.Item
              key={href}
              component={BareLink}
              href={href}
              leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
            >
              {t(`nav.${text}`)}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item onClick={signOut}>{t('nav.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Signs out. The page changes first: the workspace would send a visitor to sign in again. */
function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  async function signOut() {
    try {
      await endSession();
      await navigate({ href: urls.home });
      leave(client);
    } catch (error) {
      toast.refused(error);
    }
  }
  return () => void signOut();
}

function SmallScreenMenu({ me }: { me: Me | null }) {
  const { t } = useTranslation('app');
  const [opened, { open, close }] = useDisclosure(false);
  const path = usePath();
  useEffect(() => close(), [path, close]);
  return (
    <>
      <ActionIcon
        className={classes.burger}
        onClick={open}
        aria-label={t('nav.openMenu')}
        size={44}
      >
        <IconMenu2 size={24} stroke={1.75} />
      </ActionIcon>
      <Drawer
        opened={opened}
        onClose={close}
        position="right"
        size="min(22rem, 100%)"
        title={t('nav.menu')}
        closeButtonProps={{ 'aria-label': t('nav.menu') }}
      >
        <SmallScreenLinks me={me} />
      </Drawer>
    </>
  );
}

function SmallScreenLinks({ me }: { me: Me | null }) {
  const { t } = useTranslation('app');
  const hasPage = useHasPage();
  const signOut = useSignOut();
  const own = me
    ? [...workEntries[me.organization.kind], ...accountEntries[me.organization.kind]]
    : [];
  const shown = [...own, ...PUBLIC].filter(({ href }) => hasPage(href));
  return (
    <div className={classes.drawer}>
      <nav aria-label={t('nav.label')} className={classes.drawerLinks}>
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
