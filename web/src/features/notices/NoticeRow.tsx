// One notice. Opening it marks it read, then goes where it leads; with a modifier key the browser opens
// it beside, as any link.
import {
  IconCalendarEvent,
  IconCoin,
  IconFileText,
  IconMessages,
  IconScale,
  IconSpeakerphone,
  IconStar,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { useGo } from '@/app/url-state';
import { bindMarks } from '@/lib/text';
import { BareLink } from '@/ui/Link';
import { toast } from '@/ui/toast';
import { RelativeTime } from '@/ui/values';
import { subjectOf } from './kinds';
import classes from './NoticeRow.module.css';
import { useForget } from './queries';

const ICONS = {
  tender: IconSpeakerphone,
  offer: IconFileText,
  mission: IconCalendarEvent,
  message: IconMessages,
  review: IconStar,
  team: IconUsers,
  money: IconCoin,
  dispute: IconScale,
  account: IconUser,
};

export function NoticeRow({ notice }: { notice: components['schemas']['NoticeView'] }) {
  const { t, i18n } = useTranslation('notices');
  const go = useGo();
  const forget = useForget();
  const Icon = ICONS[subjectOf(notice.kind)];
  async function read() {
    const path = { id: notice.id };
    await api.POST('/v1/notices/{id}/read', { params: { path } }).catch(toast.refused);
    void forget();
  }
  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || notice.read_at) return;
    event.preventDefault();
    event.stopPropagation();
    void read().then(() => go(notice.path));
  }
  return (
    <li className={classes.row} data-unread={notice.read_at ? undefined : ''} onClickCapture={open}>
      <span className={classes.icon}>
        <Icon size={20} stroke={1.75} aria-hidden />
      </span>
      <BareLink href={notice.path} className={classes.words}>
        {!notice.read_at && <span className="visually-hidden">{t('new')} : </span>}
        {i18n.language === 'fr' ? bindMarks(notice.title_fr) : notice.title_en}
      </BareLink>
      <span className={classes.time}>
        <RelativeTime value={notice.created_at} />
      </span>
    </li>
  );
}
