// News of an offer or a mission as it was then (S5-005): one sentence, what it is about, the words that came
// with it, and the way to the offer, or to the order that the mission of a lot is.
import { IconCalendarEvent, IconFileText, IconMessageOff, IconPackage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTradeName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { Facts } from '@/ui/Rows';
import { Money } from '@/ui/values';
import { bargainKind, isOfOrder } from './bargain';
import { BargainCard } from './BargainCard';
import { nameOf } from './Face';
import classes from './NewsCard.module.css';
import { NewsFrame } from './NewsFrame';
import { QuoteCard } from './QuoteCard';
import type { Conversation, Entry, News } from './queries';
import { bringsWords, iconOf, newsKind, reasonOf } from './thread';

interface NewsCardProps {
  entry: Entry;
  conversation: Conversation;
}

const ICONS = {
  mission: IconCalendarEvent,
  offer: IconFileText,
  conversation: IconMessageOff,
} as const;

export function NewsCard({ entry, conversation }: NewsCardProps) {
  const { custom_offer: about, quote_request: asked } = entry;
  if (asked) return <QuoteCard entry={entry} about={asked} conversation={conversation} />;
  if (about) return <BargainCard entry={entry} about={about} conversation={conversation} />;
  if (isOfOrder(entry) && entry.offer) {
    return <MissionNews entry={entry} offer={entry.offer} conversation={conversation} />;
  }
  return <TenderNews entry={entry} conversation={conversation} />;
}

/** News of the order that the mission of a lot is, told as that of any other. */
function MissionNews({ entry, offer, conversation }: NewsCardProps & { offer: News }) {
  const { t } = useTranslation('conversations');
  const reader = conversation.counterpart_kind === 'provider' ? 'client' : 'provider';
  const kind = bargainKind(entry);
  return (
    <NewsFrame
      icon={IconPackage}
      sentence={
        kind ? t(`bargain.${reader}.${kind}`, { name: nameOf(conversation) }) : t('bargain.other')
      }
      at={entry.at}
    >
      <About offer={offer} />
      {entry.text && <blockquote className={classes.quote}>{entry.text}</blockquote>}
      {offer.order && (
        <p className={classes.way}>
          <Link href={urls.order(offer.order)}>{t('bargain.order')}</Link>
        </p>
      )}
    </NewsFrame>
  );
}

function TenderNews({ entry, conversation }: NewsCardProps) {
  const { t } = useTranslation('conversations');
  const reader = conversation.counterpart_kind === 'provider' ? 'client' : 'provider';
  const kind = newsKind(entry.kind);
  const reason = reasonOf(entry.reason);
  const Icon = ICONS[iconOf(entry.kind)];
  const { offer, tender } = entry;
  return (
    <NewsFrame
      icon={Icon}
      sentence={
        kind ? t(`news.${reader}.${kind}`, { name: nameOf(conversation) }) : t('news.other')
      }
      at={entry.at}
    >
      {offer && <About offer={offer} />}
      {reason && <p className={classes.reason}>{t(`reasons.${reason}`)}</p>}
      {entry.text && <blockquote className={classes.quote}>{entry.text}</blockquote>}
      {offer?.private_message && bringsWords(entry.kind) && (
        <blockquote className={classes.quote}>{offer.private_message}</blockquote>
      )}
      {offer && (
        <p className={classes.way}>
          <Link
            href={
              reader === 'client' && tender ? urls.lot(tender.id, offer.lot) : urls.offer(offer.id)
            }
          >
            {t('news.seeOffer')}
          </Link>
        </p>
      )}
    </NewsFrame>
  );
}

function About({ offer }: { offer: News }) {
  const { t } = useTranslation('conversations');
  const trade = useTradeName()(offer.trade);
  return (
    <Facts
      items={[
        trade,
        offer.title,
        <>
          <Money value={offer.gross} cents="auto" /> {t('news.gross')}
        </>,
        offer.number > 1 && t('news.version', { number: offer.number }),
      ]}
    />
  );
}
