// « ? »: which letters do what, and whether they do it.
import { Kbd, Modal, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KEYS, useShortcutsOn } from './shortcuts';
import classes from './ShortcutsSheet.module.css';

export function ShortcutsSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('conversations');
  const { t: ui } = useTranslation('ui');
  const [on, set] = useShortcutsOn();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <dl className={classes.keys}>
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(`keys.${NAMES[key]}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label={t('keys.on')}
        checked={on}
        onChange={(event) => set(event.currentTarget.checked)}
      />
    </Modal>
  );
}

const NAMES = { j: 'next', k: 'previous', e: 'done', r: 'reply', '?': 'help' } as const;
