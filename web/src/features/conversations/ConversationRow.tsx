// One conversation of the inbox: who, what was said last and when, how much of it is new.
import { useTranslation } from 'react-i18next';
import { BareLink } from '@/ui/Link';
import { RelativeTime } from '@/ui/values';
import { bargainKind } from './bargain';
import classes from './ConversationRow.module.css';
import { Face, nameOf } from './Face';
import type { Conversation } from './queries';
import { StateBadge } from './StateBadge';
import { TagChip } from './TagChip';
import { newsKind } from './thread';

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
        <Marks conversation={conversation} />
      </div>
    </li>
  );
}

/** An empty text is news. */
function Last({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversations');
  const { last_text: text, last_from: from, last_kind: last } = conversation;
  const reader = conversation.counterpart_kind === 'provider' ? 'client' : 'provider';
  const kind = newsKind(last);
  if (kind) return t(`news.${reader}.${kind}`, { name: nameOf(conversation) });
  const bargain = bargainKind({ kind: last, from });
  if (bargain) return t(`bargain.${reader}.${bargain}`, { name: nameOf(conversation) });
  if (!text) return t(from === 'me' ? 'list.newsMine' : 'list.news');
  return from === 'me' ? `${t('list.you')} ${text}` : text;
}

const SHOWN = 3;

/** Where it stands, its tags and who sees to it, when there is any of these. */
function Marks({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversations');
  const { assignee, tags, state } = conversation;
  if (state === 'open' && tags.length === 0 && !assignee) return null;
  const left = tags.length - SHOWN;
  return (
    <div className={classes.marks}>
      <StateBadge conversation={conversation} />
      {tags.slice(0, SHOWN).map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      {left > 0 && <span>{t('tags.more', { count: left })}</span>}
      {assignee && (
        <span className={classes.assignee}>
          {assignee.me ? t('assignee.toMe') : t('assignee.to', { name: assignee.given_name })}
        </span>
      )}
    </div>
  );
}
