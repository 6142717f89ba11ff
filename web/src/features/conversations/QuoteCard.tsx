// News of a quote request: one sentence, what is needed for how much and by when, where it stands now.
import { IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { Facts } from '@/ui/Rows';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText, Money } from '@/ui/values';
import { bargainKind } from './bargain';
import type { words } from './bargain.fr';
import { nameOf } from './Face';
import classes from './NewsCard.module.css';
import { NewsFrame } from './NewsFrame';
import type { Conversation, Entry, QuoteNews } from './queries';

interface QuoteCardProps {
  entry: Entry;
  about: QuoteNews;
  conversation: Conversation;
}

const TONES = { open: 'waiting', answered: 'positive' } as const;

export function QuoteCard({ entry, about, conversation }: QuoteCardProps) {
  const { t } = useTranslation('conversations');
  const reader = conversation.counterpart_kind === 'provider' ? 'client' : 'provider';
  const kind = bargainKind(entry);
  const state = about.state as keyof typeof words.quoteState;
  return (
    <NewsFrame
      icon={IconReceipt}
      sentence={
        kind ? t(`bargain.${reader}.${kind}`, { name: nameOf(conversation) }) : t('bargain.other')
      }
      at={entry.at}
    >
      <p className={classes.title}>{about.title}</p>
      <Facts
        items={[
          <>
            {t('bargain.budget')} <Money value={about.budget} cents="auto" /> {t('news.gross')}
          </>,
          <>
            {t('bargain.wanted')} <DateText value={about.wanted_on} />
          </>,
        ]}
      />
      <p className={classes.standing}>
        <StatusBadge tone={TONES[state as keyof typeof TONES] ?? 'quiet'}>
          {t(`bargain.quoteState.${state}`)}
        </StatusBadge>
      </p>
      {entry.kind === 'quote_request.sent' && (
        <blockquote className={classes.quote}>{about.needs}</blockquote>
      )}
      {entry.text && <blockquote className={classes.quote}>{entry.text}</blockquote>}
      <p className={classes.way}>
        <Link href={urls.quoteRequest(about.id)}>{t('bargain.quote')}</Link>
      </p>
    </NewsFrame>
  );
}
