// What the reader of a tender's public page can do: register, subscribe, answer, manage.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTradeName } from '@/app/reference';
import { useSession } from '@/app/session';
import { urls, withReturn } from '@/lib/urls';
import { ActButton } from '@/ui/ActButton';
import { ButtonLink, Link } from '@/ui/Link';
import { toast } from '@/ui/toast';
import { PLAN_REQUIRED, useTenderChanges, type Tender } from './queries';
import classes from './CallToAction.module.css';

export function CallToAction({ tender }: { tender: Tender }) {
  const session = useSession();
  if (session.state === 'unknown') return null;
  if (session.state === 'visitor') return <ForVisitor tender={tender} />;
  const { kind, id } = session.me.organization;
  if (tender.client.id === id) return <ForOwner tender={tender} />;
  if (kind === 'provider') return <ForProvider tender={tender} />;
  if (kind === 'client') return <ForClient />;
  return null;
}

function Card({ title, children }: { title?: string | undefined; children: ReactNode }) {
  return (
    <div className={classes.card}>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  );
}

function ForVisitor({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  const back = urls.tender(tender.slug ?? tender.id);
  return (
    <Card title={t('page.visitorTitle')}>
      <p>{t('page.visitorText')}</p>
      <ButtonLink href={withReturn(urls.registerProvider, back)}>
        {t('page.visitorAction')}
      </ButtonLink>
      <Link href={urls.signIn(back)}>{t('page.visitorSignIn')}</Link>
    </Card>
  );
}

function ForOwner({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  return (
    <Card title={t('page.ownerTitle')}>
      <p>{t('page.ownerText')}</p>
      <ButtonLink href={urls.event(tender.id)}>{t('page.ownerAction')}</ButtonLink>
    </Card>
  );
}

function ForClient() {
  const { t } = useTranslation('tenders');
  return (
    <Card>
      <p>{t('page.clientText')}</p>
      <ButtonLink href={urls.newEvent()} variant="default">
        {t('list.create')}
      </ButtonLink>
    </Card>
  );
}

function ForProvider({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  const tradeName = useTradeName();
  const canHide = tender.actions.includes('hide');
  if (tender.lots.some(({ blocked }) => blocked.some(({ code }) => code === PLAN_REQUIRED))) {
    return (
      <Card title={t('page.planTitle')}>
        <p>{t('page.planText')}</p>
        <ButtonLink href={urls.plans}>{t('page.planAction')}</ButtonLink>
        {canHide && <HideSwitch tender={tender} />}
      </Card>
    );
  }
  const [lot, another] = tender.lots.filter(({ actions }) => actions.includes('apply'));
  if (!lot && !canHide) return null;
  return (
    <Card title={lot && t('page.forYou')}>
      {tender.hidden && <p>{t('page.hiddenNotice')}</p>}
      {lot && !another && <p>{t('page.forYouText', { trade: tradeName(lot.trade) })}</p>}
      {lot && another && <p>{t('page.forYouTexts')}</p>}
      {lot && !another && (
        <ButtonLink href={urls.apply(tender.slug ?? tender.id, lot.id)}>
          {t('page.apply')}
        </ButtonLink>
      )}
      {canHide && <HideSwitch tender={tender} />}
    </Card>
  );
}

/** S1-067: out of this provider's own list, and back. */
function HideSwitch({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  const { hide, unhide } = useTenderChanges();
  async function change() {
    await (tender.hidden ? unhide(tender.id) : hide(tender.id));
    toast.done(tender.hidden ? t('page.shownNews') : t('page.hiddenNews'));
  }
  return <ActButton onAct={change}>{tender.hidden ? t('page.unhide') : t('page.hide')}</ActButton>;
}
