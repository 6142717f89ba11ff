// Short news of what was just done. A refusal belongs beside its button or field, not here.
import { notifications } from '@mantine/notifications';
import { getI18n } from 'react-i18next';

const LONG_ENOUGH_MILLISECONDS = 6000;

function show(message: string, color: string, autoClose: number | false) {
  const close = getI18n().t('close', { ns: 'ui' });
  notifications.show({ message, color, autoClose, closeButtonProps: { 'aria-label': close } });
}

export const toast = {
  done(message: string) {
    show(message, 'green', LONG_ENOUGH_MILLISECONDS);
  },
  /** For an act without a form, such as a switch in a list. */
  refused(error: unknown) {
    show(error instanceof Error ? error.message : String(error), 'red', false);
  },
};
