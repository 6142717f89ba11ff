// The bottom of every page: the doors for both sides, the rules, and the reader's settings.
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { BareLink } from '@/ui/Link';
import { Logo } from '@/ui/Logo';
import { useHasPage } from '../navigation';
import { useSettings } from '../reference';
import { LanguageSwitch, SchemeSwitch } from './settings';
import classes from './SiteFooter.module.css';

export function SiteFooter() {
  const { t } = useTranslation('app');
  const settings = useSettings().data;
  const mailbox: [string, string] = [t('nav.mailbox'), urls.mailbox];
  return (
    <footer className={`${classes.footer} no-print`}>
      <div className={classes.inner}>
        <div className={classes.house}>
          <Logo />
          <p>{t('tagline')}</p>
        </div>
        <nav className={classes.columns} aria-label={t('footer.label')}>
          <Column
            title={t('footer.clients')}
            links={[
              [t('footer.deposit'), urls.registerClient],
              [t('footer.ideas'), urls.inspiration],
              [t('footer.find'), urls.directory()],
            ]}
          />
          <Column
            title={t('footer.providers')}
            links={[
              [t('footer.join'), urls.registerProvider],
              [t('nav.tenders'), urls.tenders()],
              [t('nav.plans'), urls.plans],
            ]}
          />
          <Column
            title={t('footer.house')}
            links={[
              [t('nav.help'), urls.help()],
              [t('nav.contact'), urls.contact],
              [t('nav.ranking'), urls.ranking],
              [t('nav.terms'), urls.terms],
              [t('nav.charter'), urls.charter],
              [t('footer.docs'), urls.docs],
              ...(settings?.mailbox ? [mailbox] : []),
            ]}
          />
        </nav>
        <div className={classes.end}>
          <p>{t('footer.legal')}</p>
          <div className={classes.settings}>
            <SchemeSwitch />
            <LanguageSwitch />
          </div>
        </div>
      </div>
    </footer>
  );
}

function Column({ title, links }: { title: string; links: [string, string][] }) {
  const hasPage = useHasPage();
  const shown = links.filter(([, href]) => hasPage(href));
  if (shown.length === 0) return null;
  return (
    <div>
      <h2>{title}</h2>
      <ul>
        {shown.map(([label, href]) => (
          <li key={href}>
            <BareLink href={href}>{label}</BareLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
