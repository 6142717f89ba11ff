// Short news of what was just done. A refusal belongs beside its button or field, not here.
import { notifications } from '@mantine/notifications';

const LONG_ENOUGH_MILLISECONDS = 6000;

export const toast = {
  done(message: string) {
    notifications.show({ message, color: 'green', autoClose: LONG_ENOUGH_MILLISECONDS });
  },
  /** For an act without a form, such as a switch in a list. */
  refused(error: unknown) {
    const message = error instanceof Error ? error.message : String(error);
    notifications.show({ message, color: 'red', autoClose: false });
  },
};
