// « Mes évènements » for a client: everything created, and its missions by stage (S1-037…040).
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { TabLinks } from '@/ui/Tabs';
import { CreatedTenders } from './CreatedTenders';
import { GivenLots } from './GivenLots';
import { myLotsQuery, type LotTab } from './queries';

const TABS = ['crees', 'attente', 'travail', 'closes'] as const;
type Tab = (typeof TABS)[number];

const LOT_TABS: Record<Exclude<Tab, 'crees'>, LotTab> = {
  attente: 'awaiting',
  travail: 'in_work',
  closes: 'done',
};

const isTab = (word: string | undefined): word is Tab => TABS.some((tab) => tab === word);

export default function ClientEventsPage() {
  const { t } = useTranslation('tenders');
  const asked = useUrlFilters().one('onglet');
  const tab = isTab(asked) ? asked : 'crees';
  const waiting = useInfiniteQuery(myLotsQuery('awaiting')).data?.pages[0];
  return (
    <Page>
      <PageHeader
        title={t('mine.title')}
        lead={t('mine.lead')}
        actions={<ButtonLink href={urls.newEvent()}>{t('mine.create')}</ButtonLink>}
      />
      <TabLinks
        label={t('mine.tabs')}
        tabs={TABS.map((name) => ({
          href: urls.events(name === 'crees' ? {} : { onglet: name }),
          label: t(`mine.tab.${name}`),
          current: name === tab,
          // A second page would make the number wrong: then none is told.
          count:
            name === 'attente' && waiting && !waiting.next_page && waiting.items.length > 0
              ? waiting.items.length
              : undefined,
        }))}
      />
      {tab === 'crees' ? <CreatedTenders /> : <GivenLots tab={LOT_TABS[tab]} />}
    </Page>
  );
}
