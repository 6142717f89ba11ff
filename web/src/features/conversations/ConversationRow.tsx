// One conversation of the inbox: who, what was said last and when, how much of it is new.
import { useTranslation } from 'react-i18next';
import { BareLink } from '@/ui/Link';
import { RelativeTime } from '@/ui/values';
import classes from './ConversationRow.module.css';
import { Face, nameOf } from './Face';
import type { Conversation } from './queries';

interface ConversationRowProps {
  conversation: Conversation;
  href: string;
  current: boolean;
}

export function ConversationRow({ conversation, href, current }: ConversationRowProps) {
  const { t } = useTranslation('conversations');
  const { unread } = conversation;
  return (
    <li
      className={classes.row}
      data-unread={unread > 0 || undefined}
      data-current={current || undefined}
    >
      <Face of={conversation} />
      <div className={classes.words}>
        <p className={classes.who}>
          <BareLink
            href={href}
            className={classes.name}
            aria-current={current ? 'page' : undefined}
          >
            {nameOf(conversation)}
          </BareLink>
          <span className={classes.time}>
            <RelativeTime value={conversation.last_at} />
          </span>
        </p>
        <p className={classes.last}>
          <span className={classes.text}>
            <Last conversation={conversation} />
          </span>
          {unread > 0 && (
            <span className={classes.count}>
              <span aria-hidden>{unread > 99 ? '99+' : unread}</span>
              <span className="visually-hidden">{t('list.unreadCount', { count: unread })}</span>
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

/** An empty text is news: of what, the thread tells. */
function Last({
  conversation: { last_text: text, last_from: from },
}: {
  conversation: Conversation;
}) {
  const { t } = useTranslation('conversations');
  if (!text) return t(from === 'me' ? 'list.newsMine' : 'list.news');
  return from === 'me' ? `${t('list.you')} ${text}` : text;
}
