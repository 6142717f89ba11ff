// One point of a version, beside another version: what is not in the other is taken out or put in.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lastDay } from '@/lib/dates';
import { formatQuantity, formatRate } from '@/lib/pricing';
import { DateText, Money, useLocale } from '@/ui/values';
import { useDepositText, useRevisionsText } from './ConditionsSheet';
import { facetsOf, isSame, standsIn, type Facet } from './difference';
import type { Rhythm } from './form';
import type { Milestone } from './MilestonesTable';
import type { Terms, Version } from './queries';
import { useRhythm } from './sentences';
import classes from './Versions.module.css';

interface FacetValueProps {
  facet: Facet;
  version: Version;
  other: Version;
  /** How what the other version lacks is marked. */
  as: 'del' | 'ins';
}

type Line = Extract<Terms, { kind: 'fixed' }>['lines'][number];

export function FacetValue({ facet, version, other, as: Mark }: FacetValueProps) {
  const { t } = useTranslation('custom-offers');
  const [mine, theirs] = [facetsOf(version), facetsOf(other)];
  const [value, besides] = [mine[facet], theirs[facet]];
  if (value === undefined) return <span className={classes.absent}>{t('versions.absent')}</span>;
  if (facet === 'lines' || facet === 'milestones' || facet === 'questions') {
    return <Items {...{ facet, value, besides, Mark }} />;
  }
  const text = <Single facet={facet} version={version} />;
  return <p>{isSame(value, besides) ? text : <Mark>{text}</Mark>}</p>;
}

interface ItemsProps {
  facet: 'lines' | 'milestones' | 'questions';
  value: unknown;
  besides: unknown;
  Mark: 'del' | 'ins';
}

/** Lines, milestones or questions: each is marked for itself. */
function Items({ facet, value, besides, Mark }: ItemsProps) {
  const { t } = useTranslation('custom-offers');
  const [items, others] = [value as unknown[], (besides ?? []) as unknown[]];
  if (items.length === 0) return <p>{t('versions.nothing')}</p>;
  return (
    <ul>
      {items.map((item, index) => {
        const text = <Item facet={facet} item={item} />;
        return <li key={index}>{standsIn(item, others) ? text : <Mark>{text}</Mark>}</li>;
      })}
    </ul>
  );
}

function Item({ facet, item }: Pick<ItemsProps, 'facet'> & { item: unknown }): ReactNode {
  const { t } = useTranslation('custom-offers');
  const locale = useLocale();
  if (facet === 'questions') {
    const { text, mandatory } = item as Version['questions'][number];
    return `${text} (${t(mandatory ? 'conditions.mandatory' : 'conditions.optional')})`;
  }
  if (facet === 'milestones') {
    const { name, description, days, gross } = item as Milestone;
    return (
      <>
        {name}, {t('days', { count: days })}, <Money value={gross} /> {t('gross')}. {description}
      </>
    );
  }
  const { label, quantity, unit_price, vat_rate } = item as Line;
  return (
    <>
      {label}, {formatQuantity(quantity, locale)} × <Money value={unit_price} />,{' '}
      {formatRate(vat_rate, locale)}
    </>
  );
}

function Single({ facet, version }: { facet: Facet; version: Version }): ReactNode {
  const { t } = useTranslation('custom-offers');
  const revisions = useRevisionsText();
  const deposit = useDepositText();
  switch (facet) {
    case 'title':
      return version.title;
    case 'description':
      return version.description;
    case 'kind':
      return t(`kind.${version.terms.kind}`);
    case 'gross':
      return <Money value={version.terms.totals.gross} />;
    case 'revisions':
      return revisions(version.revisions);
    case 'settlement':
      return t(version.settlement === 'held' ? 'conditions.held' : 'conditions.direct');
    case 'deposit':
      return deposit(version.deposit_percent);
    case 'validity':
      return version.promised_until ? (
        <DateText value={lastDay(version.promised_until)} />
      ) : (
        t('usual')
      );
    default:
      return <OfTerms facet={facet} terms={version.terms} />;
  }
}

function OfTerms({ facet, terms }: { facet: Facet; terms: Terms }): ReactNode {
  const { t } = useTranslation('custom-offers');
  const locale = useLocale();
  const rhythm = useRhythm();
  if (terms.kind === 'hourly') {
    if (facet === 'estimatedHours') return t('hours', { count: terms.estimated_hours });
    if (facet === 'rate') {
      const rate = formatRate(terms.vat_rate, locale);
      return (
        <>
          <Money value={terms.rate} /> {t('terms.perHour', { rate })}
        </>
      );
    }
    return terms.weekly_hours ? t('hours', { count: terms.weekly_hours }) : t('terms.noWeekly');
  }
  if (terms.kind === 'subscription') {
    if (facet === 'rhythm') return rhythm(terms.rhythm as Rhythm, terms.every);
    if (facet === 'deliveries') return t('deliveries', { count: terms.deliveries });
  }
  return t('days', { count: terms.delivery_days ?? 0 });
}
