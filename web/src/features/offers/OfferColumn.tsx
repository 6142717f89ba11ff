// One offer beside the others: who, how much, what for, and the button that chooses.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatQuantity, formatRate } from '@/lib/pricing';
import { urls } from '@/lib/urls';
import { Emblem } from '@/ui/emblem/Emblem';
import { Link } from '@/ui/Link';
import { Prose } from '@/ui/Prose';
import { Stars } from '@/ui/Stars';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText, Money, useLocale } from '@/ui/values';
import { ChooseButton } from './ChooseButton';
import type { Applicant, ComparedOffer, OfferLine, OfferTotals } from './queries';
import classes from './OfferColumn.module.css';

interface OfferColumnProps {
  offer: ComparedOffer;
  /** The slug of the lot's trade. */
  trade: string;
  tender: string;
  /** The lowest total with VAT of those compared, in cents; null when there is nothing to compare. */
  lowest: number | null;
  onlyOne: boolean;
}

export function OfferColumn({ offer, trade, tender, lowest, onlyOne }: OfferColumnProps) {
  const { t } = useTranslation('offers');
  const id = useId();
  const given = offer.state === 'chosen' || offer.state === 'accepted';
  return (
    <article className={classes.offer} aria-labelledby={id} data-given={given || undefined}>
      <Who id={id} offer={offer} trade={trade} tender={tender} />
      <Price totals={offer.totals} lowest={lowest} />
      <Lines lines={offer.lines ?? []} />
      <Words label={t('message.public')} text={offer.public_message} />
      <Words label={t('message.private')} text={offer.private_message} />
      <Details offer={offer} />
      <div className={classes.choice}>
        {offer.actions.includes('choose') && <ChooseButton offer={offer} primary={onlyOne} />}
      </div>
    </article>
  );
}

interface WhoProps {
  id: string;
  offer: ComparedOffer;
  trade: string;
  tender: string;
}

function Who({ id, offer: { provider, state }, trade, tender }: WhoProps) {
  const { t } = useTranslation('offers');
  return (
    <header className={classes.who}>
      <Emblem handle={provider.handle} trade={trade} size="small" />
      <h3 id={id}>
        <Link href={urls.provider(provider.handle)}>{provider.name}</Link>
      </h3>
      <p>{provider.town}</p>
      <Reputation provider={provider} given={state === 'accepted'} />
      {state === 'to_reconfirm' && (
        <StatusBadge tone="waiting">{t('compare.toReconfirm')}</StatusBadge>
      )}
      {state === 'chosen' && <StatusBadge tone="waiting">{t('compare.chosen')}</StatusBadge>}
      {state === 'accepted' && <StatusBadge tone="positive">{t('compare.accepted')}</StatusBadge>}
      <p className={classes.write}>
        <Link
          href={urls.newConversation(provider.handle, { tender })}
          aria-label={t('write.named', { name: provider.name })}
        >
          {t('write.provider')}
        </Link>
      </p>
    </header>
  );
}

/** S1-093, S1-094. */
function Reputation({ provider, given }: { provider: Applicant; given: boolean }) {
  const { t } = useTranslation('offers');
  if (provider.is_new) {
    return (
      <div className={classes.new}>
        <p>
          <strong>{t('compare.new')}</strong>
        </p>
        {!given && <p>{t('compare.newText')}</p>}
      </div>
    );
  }
  return <Stars value={provider.rating.average ?? null} count={provider.rating.count} />;
}

interface PriceProps {
  totals: OfferTotals | null | undefined;
  lowest: number | null;
}

function Price({ totals, lowest }: PriceProps) {
  const { t } = useTranslation('offers');
  const locale = useLocale();
  if (!totals) return <div />;
  const more = lowest === null ? 0 : totals.gross.amount - lowest;
  const charged = totals.shares.filter((share) => share.rate > 0);
  return (
    <div className={classes.price}>
      <p className={classes.gross}>
        <Money value={totals.gross} cents="auto" /> <span>{t('compare.gross')}</span>
      </p>
      {lowest !== null && (
        <p className={classes.more} data-lowest={more === 0 || undefined}>
          {more === 0 ? (
            t('compare.lowest')
          ) : (
            <>
              + <Money value={{ ...totals.gross, amount: more }} cents="auto" />{' '}
              {t('compare.moreThanLowest')}
            </>
          )}
        </p>
      )}
      <p className={classes.soft}>
        <Money value={totals.net} cents="auto" /> {t('compare.net')}
        {charged.length === 0
          ? `, ${t('compare.noVat')}`
          : charged.map((share) => (
              <span key={share.rate}>
                {' + '}
                <Money value={share.vat} cents="auto" />{' '}
                {t('compare.vat', { rate: formatRate(share.rate, locale) })}
              </span>
            ))}
      </p>
    </div>
  );
}

function Lines({ lines }: { lines: OfferLine[] }) {
  const { t } = useTranslation('offers');
  const locale = useLocale();
  return (
    <div className={classes.part}>
      <h4>{t('compare.lines')}</h4>
      <ul className={classes.lines}>
        {lines.map((line, index) => (
          <li key={index}>
            <span>
              {line.label}
              {line.quantity !== '1' && ` × ${formatQuantity(line.quantity, locale)}`}
            </span>
            <Money value={line.net} cents="auto" />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Words({ label, text }: { label: string; text: string | null | undefined }) {
  const { t } = useTranslation('offers');
  return (
    <div className={classes.part}>
      <h4>{label}</h4>
      {text ? <Prose>{text}</Prose> : <p className={classes.soft}>{t('message.none')}</p>}
    </div>
  );
}

function Details({ offer }: { offer: ComparedOffer }) {
  const { t } = useTranslation('offers');
  const rate = offer.provider.answer_rate;
  return (
    <ul className={classes.details}>
      {offer.expires_at && (
        <li>
          {t('now.holds')} <DateText value={offer.expires_at} />
        </li>
      )}
      {offer.number && offer.written_at && (
        <li>
          {t('offer.version', { number: offer.number })}, <DateText value={offer.written_at} />
        </li>
      )}
      {rate !== null && rate !== undefined && <li>{t('compare.answerRate', { rate })}</li>}
      {offer.provider.legal_kind === 'cesu' && <li>{t('compare.cesu')}</li>}
    </ul>
  );
}
