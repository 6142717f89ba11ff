// A signed-in person's menu: the work, the account, and the way out.
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BareLink } from '@/ui/Link';
import { accountEntries, useHasPage, workEntries } from '../navigation';
import type { Me } from '../session';
import { useSignOut } from './useSignOut';

export default function AccountMenu({ me, className }: { me: Me; className?: string }) {
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
          className={className}
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
