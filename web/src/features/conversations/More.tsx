// « Plus ⋯ »: how a provider says no, to a request (S5-016) or to hearing from a client at all (S5-030).
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '@/ui/ConfirmModal';
import { toast } from '@/ui/toast';
import { BlockModal } from './BlockModal';
import { DeclineModal } from './DeclineModal';
import { nameOf } from './Face';
import type { Conversation } from './queries';
import { useSorting } from './sorting';

const ACTS = ['decline', 'block', 'unblock'] as const;

type Act = (typeof ACTS)[number];

export function More({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversations');
  const [asking, setAsking] = useState<Act | null>(null);
  const acts = ACTS.filter((act) => conversation.actions.includes(act));
  const close = () => setAsking(null);
  return (
    <>
      {acts.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size="lg" aria-label={t('more.label')}>
              <IconDots size={20} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {acts.map((act) => (
              <Menu.Item key={act} onClick={() => setAsking(act)}>
                {t(`more.${act}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <DeclineModal conversation={conversation} opened={asking === 'decline'} onClose={close} />
      <BlockModal conversation={conversation} opened={asking === 'block'} onClose={close} />
      <Unblock conversation={conversation} opened={asking === 'unblock'} onClose={close} />
    </>
  );
}

interface AskedProps {
  conversation: Conversation;
  opened: boolean;
  onClose: () => void;
}

function Unblock({ conversation, opened, onClose }: AskedProps) {
  const { t } = useTranslation('conversations');
  const { unblock } = useSorting(conversation);
  const name = nameOf(conversation);
  return (
    <ConfirmModal
      opened={opened}
      onClose={onClose}
      title={t('unblock.title', { name })}
      consequences={[t('unblock.writes'), t('unblock.stays')]}
      confirmLabel={t('more.unblock')}
      onConfirm={async () => {
        await unblock();
        toast.done(t('unblock.done', { name }));
      }}
    />
  );
}
