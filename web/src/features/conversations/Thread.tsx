// What two sides said and did, oldest first with the latest in sight, and the place to answer.
import { Button } from '@mantine/core';
import { IconArrowLeft, IconFilePlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { urls } from '@/lib/urls';
import { BareLink, ButtonLink, Link } from '@/ui/Link';
import { DocumentTitle } from '@/ui/Page';
import { ErrorState, PageSkeleton } from '@/ui/states';
import { useNow } from '@/ui/values';
import { Composer } from './Composer';
import { DayOf } from './Entries';
import { Face, nameOf } from './Face';
import { useKept } from './filters';
import { More } from './More';
import { entriesQuery, type Conversation } from './queries';
import { daysOf } from './thread';
import classes from './Thread.module.css';
import { useReading } from './useReading';

export function Thread({ conversation }: { conversation: Conversation }) {
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <article className={classes.thread}>
      <Head conversation={conversation} />
      <Timeline conversation={conversation} scroller={scroller} />
      <Composer
        conversation={conversation}
        // The scroller counts from its end.
        onSent={() => scroller.current?.scrollTo({ top: 0 })}
      />
    </article>
  );
}

function Head({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversations');
  const kept = useKept();
  const name = nameOf(conversation);
  return (
    <header className={classes.head}>
      <DocumentTitle title={`${name}, ${t('title')}`} />
      <BareLink href={urls.conversations(kept)} className={classes.back} aria-label={t('back')}>
        <IconArrowLeft size={22} stroke={1.75} aria-hidden />
      </BareLink>
      <Face of={conversation} />
      <h1>{name}</h1>
      <span className={classes.acts}>
        <CreateOffer conversation={conversation} />
        <Link
          href={urls.conversation(conversation.id, { ...kept, vue: 'details' })}
          className={classes.details}
        >
          {t('details.title')}
        </Link>
        <More conversation={conversation} />
      </span>
    </header>
  );
}

/** S2-001: a provider makes an offer where it talks with its client. */
function CreateOffer({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversations');
  const { id, counterpart_kind, actions } = conversation;
  if (counterpart_kind !== 'client' || !actions.includes('write')) return null;
  return (
    <ButtonLink
      href={urls.newCustomOffer(id)}
      variant="default"
      size="sm"
      className={classes.offer}
      aria-label={t('bargain.create')}
    >
      <IconFilePlus size={20} stroke={1.75} aria-hidden className={classes.offerDrawing} />
      <span className={classes.offerWord}>{t('bargain.create')}</span>
    </ButtonLink>
  );
}

interface TimelineProps {
  conversation: Conversation;
  scroller: Ref<HTMLDivElement>;
}

function Timeline({ conversation, scroller }: TimelineProps) {
  const { t } = useTranslation('conversations');
  const thread = useInfiniteQuery(entriesQuery(conversation.id));
  const entries = itemsOf(thread.data);
  const now = useNow();
  useReading(conversation, entries[0]);
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="log"
      aria-label={t('thread.label', { name: nameOf(conversation) })}
      tabIndex={0}
    >
      <div className={classes.timeline}>
        {thread.isPending && <PageSkeleton />}
        {thread.error && entries.length === 0 && (
          <ErrorState error={thread.error} onRetry={() => void thread.refetch()} />
        )}
        {thread.hasNextPage && (
          <Button
            variant="default"
            size="sm"
            className={classes.older}
            loading={thread.isFetchingNextPage}
            onClick={() => void thread.fetchNextPage()}
          >
            {t('thread.older')}
          </Button>
        )}
        {daysOf(entries).map((day) => (
          <DayOf key={day.turns[0]?.key} day={day} conversation={conversation} now={now} />
        ))}
      </div>
    </div>
  );
}
