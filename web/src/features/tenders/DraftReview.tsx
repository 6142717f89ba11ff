// The last step: what will be public, what is still missing, and where to mend it.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEventKindName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Prose } from '@/ui/Prose';
import { Facts } from '@/ui/Rows';
import { hasBrackets } from './draft';
import { GuestFacts, PlaceFacts } from './EventFacts';
import { LotSummary } from './LotSummary';
import type { Tender } from './queries';
import classes from './DraftReview.module.css';

export function DraftReview({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  const kind = useEventKindName()(tender.event.kind);
  return (
    <div className={classes.review}>
      {tender.masked.length > 0 && <Notice tone="caution">{t('draft.masked')}</Notice>}
      {hasBrackets(tender.event.description) && (
        <Notice tone="caution">{t('draft.brackets')}</Notice>
      )}
      <Part id={tender.id} step={1} title={t('draft.steps.what')}>
        <p className={classes.title}>{tender.event.title}</p>
        <Facts items={[kind || null]} />
      </Part>
      <Part id={tender.id} step={2} title={t('draft.steps.where')}>
        <PlaceFacts event={tender.event} />
      </Part>
      <Part id={tender.id} step={3} title={t('draft.steps.who')}>
        <GuestFacts event={tender.event} />
        <Prose>{tender.event.description}</Prose>
      </Part>
      <Part id={tender.id} step={4} title={t('draft.steps.trades')}>
        <ul className={classes.lots}>
          {tender.lots.map((lot) => (
            <li key={lot.id}>
              <LotSummary lot={lot} />
            </li>
          ))}
        </ul>
      </Part>
      <p>{t('draft.free')}</p>
    </div>
  );
}

interface PartProps {
  id: string;
  step: number;
  title: string;
  children: ReactNode;
}

function Part({ id, step, title, children }: PartProps) {
  const { t } = useTranslation('tenders');
  return (
    <section className={classes.part}>
      <div className={classes.head}>
        <h2>{title}</h2>
        <Link
          href={urls.newEvent({ brouillon: id, etape: step })}
          aria-label={`${t('draft.edit')} : ${title}`}
        >
          {t('draft.edit')}
        </Link>
      </div>
      {children}
    </section>
  );
}
