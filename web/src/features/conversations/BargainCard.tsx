// News of a custom offer or of the order that it made (S2-008): one sentence, what it is about, what was
// said, where it stands now, and the way there.
import { IconFileText, IconPackage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { Facts } from '@/ui/Rows';
import { StatusBadge } from '@/ui/StatusBadge';
import { Money } from '@/ui/values';
import { bargainKind, isOfOrder } from './bargain';
import type { words } from './bargain.fr';
import { nameOf } from './Face';
import classes from './NewsCard.module.css';
import { NewsFrame } from './NewsFrame';
import type { Conversation, CustomNews, Entry } from './queries';

interface BargainCardProps {
  entry: Entry;
  about: CustomNews;
  conversation: Conversation;
}

export function BargainCard({ entry, about, conversation }: BargainCardProps) {
  const { t } = useTranslation('conversations');
  const reader = conversation.counterpart_kind === 'provider' ? 'client' : 'provider';
  const kind = bargainKind(entry);
  const ofOrder = isOfOrder(entry);
  const Icon = ofOrder ? IconPackage : IconFileText;
  return (
    <NewsFrame
      icon={Icon}
      sentence={
        kind
          ? t(`bargain.${reader}.${kind}`, { name: nameOf(conversation), context: wordsOf(about) })
          : t('bargain.other')
      }
      at={entry.at}
    >
      <p className={classes.title}>{about.title}</p>
      <About entry={entry} about={about} />
      {!ofOrder && <Standing about={about} />}
      {entry.text && <blockquote className={classes.quote}>{entry.text}</blockquote>}
      <p className={classes.way}>
        {ofOrder && about.order ? (
          <Link href={urls.order(about.order)}>{t('bargain.order')}</Link>
        ) : (
          <Link href={urls.customOffer(about.id)}>{t('bargain.offer')}</Link>
        )}
      </p>
    </NewsFrame>
  );
}

/** Work by the hour has sheets in place of deliveries. */
const wordsOf = ({ terms }: CustomNews) => (terms === 'hourly' ? 'hourly' : undefined);

function About({ entry, about }: Pick<BargainCardProps, 'entry' | 'about'>) {
  const { t } = useTranslation('conversations');
  const { milestone, number } = about;
  const parts = { milestones: 'milestone', subscription: 'delivery', hourly: 'sheet' } as const;
  const part = parts[about.terms as keyof typeof parts] as
    (typeof parts)[keyof typeof parts] | undefined;
  return (
    <Facts
      items={[
        t(`bargain.terms.${about.terms as keyof typeof words.terms}`),
        <>
          <Money value={about.gross} cents="auto" /> {t('news.gross')}
        </>,
        milestone && part && t(`bargain.${part}`, { number: milestone }),
        !isOfOrder(entry) && number > 1 && t('news.version', { number }),
      ]}
    />
  );
}

/** Where the offer stands now, whatever it was then. */
function Standing({ about }: { about: CustomNews }) {
  const { t } = useTranslation('conversations');
  const state = about.state as keyof typeof words.state;
  if (about.number < about.current_number) {
    return (
      <p className={classes.standing}>
        <StatusBadge>{t('bargain.superseded', { number: about.current_number })}</StatusBadge>
      </p>
    );
  }
  const tone = state === 'accepted' ? 'positive' : state === 'sent' ? 'waiting' : 'quiet';
  return (
    <p className={classes.standing}>
      <StatusBadge tone={tone}>{t(`bargain.state.${state}`)}</StatusBadge>
    </p>
  );
}
