// « Mes évènements » for a provider: what it answered, and its missions by stage. Chosen offers come first,
// with the button that confirms.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { TabLinks } from '@/ui/Tabs';
import { OfferRow } from './OfferRow';
import { myOffersQuery, type OfferTab } from './queries';

const TABS = ['attente', 'travail', 'realisees', 'terminees'] as const;
type Tab = (typeof TABS)[number];

const OFFER_TABS: Record<Tab, OfferTab> = {
  attente: 'applied',
  travail: 'in_work',
  realisees: 'done',
  terminees: 'ended',
};

const isTab = (word: string | undefined): word is Tab => TABS.some((tab) => tab === word);

export default function ProviderEventsPage() {
  const { t } = useTranslation('offers');
  const asked = useUrlFilters().one('onglet');
  const tab = isTab(asked) ? asked : 'attente';
  const chosen = itemsOf(useInfiniteQuery(myOffersQuery('chosen')).data);
  return (
    <Page>
      <PageHeader
        title={t('mine.title')}
        lead={t('mine.lead')}
        actions={
          <ButtonLink href={urls.potentialTenders} variant="default">
            {t('mine.find')}
          </ButtonLink>
        }
      />
      <TabLinks
        label={t('mine.tabs')}
        tabs={TABS.map((name) => ({
          href: urls.events(name === 'attente' ? {} : { onglet: name }),
          label: t(`mine.tab.${name}`),
          current: name === tab,
          count: name === 'attente' && chosen.length > 0 ? chosen.length : undefined,
        }))}
      />
      {tab === 'attente' && chosen.length > 0 && (
        <Rows label={t('mine.toConfirm')}>
          {chosen.map((offer) => (
            <OfferRow key={offer.id} offer={offer} />
          ))}
        </Rows>
      )}
      <Offers tab={OFFER_TABS[tab]} besides={tab === 'attente' && chosen.length > 0} />
    </Page>
  );
}

/** `besides`: something is shown above already, so an empty list needs no drawing. */
function Offers({ tab, besides }: { tab: OfferTab; besides: boolean }) {
  const list = useInfiniteQuery(myOffersQuery(tab));
  return (
    <ListState
      list={list}
      items={itemsOf(list.data)}
      empty={besides ? null : <Nothing tab={tab} />}
    >
      {(offers) => (
        <Rows>
          {offers.map((offer) => (
            <OfferRow key={offer.id} offer={offer} />
          ))}
        </Rows>
      )}
    </ListState>
  );
}

const EMPTY = {
  applied: ['mine.noneApplied', 'mine.noneAppliedText'],
  chosen: ['mine.noneApplied', 'mine.noneAppliedText'],
  in_work: ['mine.noneInWork', 'mine.noneInWorkText'],
  done: ['mine.noneDone', 'mine.noneDoneText'],
  ended: ['mine.noneEnded', 'mine.noneEndedText'],
} as const;

function Nothing({ tab }: { tab: OfferTab }) {
  const { t } = useTranslation('offers');
  const [title, text] = EMPTY[tab];
  return (
    <EmptyState
      title={t(title)}
      action={
        <ButtonLink href={urls.potentialTenders} variant="default">
          {t('mine.find')}
        </ButtonLink>
      }
    >
      {t(text)}
    </EmptyState>
  );
}
