// Where short news appear (ui/toast). Fetched after the first page, which seldom has any.
import { Notifications } from '@mantine/notifications';

export default function News() {
  return <Notifications position="bottom-center" limit={3} />;
}
