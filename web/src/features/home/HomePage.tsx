// The front of house: what Estrade does for a client and for a provider, and the way in for both.
import { useTranslation } from 'react-i18next';
import { Banner } from '@/app/Banner';
import { useSession } from '@/app/session';
import { urls } from '@/lib/urls';
import { ButtonLink, Link } from '@/ui/Link';
import { StageScene } from '@/ui/illustrations/StageScene';
import { Drawing } from '@/ui/illustrations/Drawing';
import { DocumentTitle } from '@/ui/Page';
import { Billing } from './Billing';
import { Programme } from './Programme';
import { Sides } from './Sides';
import { TradesWall } from './TradesWall';
import { Troupe } from './Troupe';
import classes from './HomePage.module.css';

export default function HomePage() {
  const { t } = useTranslation('home');
  return (
    <>
      <DocumentTitle title={t('documentTitle')} description={t('description')} />
      <Hero />
      <Billing />
      <Acts />
      <div className={classes.banner}>
        <Banner placement="home" />
      </div>
      <Troupe />
      <TradesWall />
      <Sides />
      <section className={classes.end}>
        <Drawing name="garland" width={220} />
        <h2>{t('end.title')}</h2>
        <p>{t('end.text')}</p>
        <ButtonLink href={urls.inspiration} variant="default">
          {t('end.action')}
        </ButtonLink>
      </section>
    </>
  );
}

function Hero() {
  const { t } = useTranslation('home');
  return (
    <section className={classes.hero}>
      <div className={classes.heroInner}>
        <h1>
          <span>{t('hero.first')}</span> <span>{t('hero.second')}</span>
        </h1>
        <div className={classes.words}>
          <p className={classes.lead}>{t('hero.lead')}</p>
          <Doors />
          <ul className={classes.promises}>
            <li>{t('hero.free')}</li>
            <li>{t('hero.commission')}</li>
            <li>{t('hero.phone')}</li>
          </ul>
        </div>
        <div className={classes.scene}>
          <StageScene />
        </div>
      </div>
    </section>
  );
}

/** The next step of whoever looks: sign up, describe an event, or see what is asked for. */
function Doors() {
  const { t } = useTranslation('home');
  const session = useSession();
  const kind = session.state === 'signed-in' ? session.me.organization.kind : null;
  if (kind === 'provider') {
    return (
      <div className={classes.doors}>
        <ButtonLink href={urls.potentialTenders} size="lg">
          {t('hero.potential')}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className={classes.doors}>
      <ButtonLink href={kind ? urls.newEvent() : urls.registerClient} size="lg">
        {t('hero.client')}
      </ButtonLink>
      {!kind && <Link href={urls.registerProvider}>{t('hero.provider')}</Link>}
    </div>
  );
}

const ACTS = ['describe', 'answer', 'choose', 'play'] as const;
const NUMERALS = ['I', 'II', 'III', 'IV'] as const;

function Acts() {
  const { t } = useTranslation('home');
  return (
    <section className={classes.acts}>
      <div className={classes.actsInner}>
        <h2>{t('steps.title')}</h2>
        <ol>
          {ACTS.map((act, index) => (
            <li key={act}>
              <p className={classes.numeral} aria-label={t('steps.act', { number: index + 1 })}>
                {NUMERALS[index]}
              </p>
              <div>
                <h3>{t(`steps.${act}.title`)}</h3>
                <p>{t(`steps.${act}.text`)}</p>
              </div>
            </li>
          ))}
        </ol>
        <Programme />
      </div>
    </section>
  );
}
