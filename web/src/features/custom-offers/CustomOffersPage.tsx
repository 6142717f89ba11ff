// « Offres personnalisées »: those of one's party, first those that wait for an answer (S2-044).
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useMe } from '@/app/session';
import { useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { TabLinks } from '@/ui/Tabs';
import { DateText, Money } from '@/ui/values';
import { useSides } from '@/app/sides';
import { customOffersQuery, type CustomOffer } from './queries';
import { stateOf, toneOf } from './status';

const ALL = 'toutes';

export default function CustomOffersPage() {
  const { kind } = useMe().organization;
  return (
    <Page>{kind === 'operator' ? <NotForYou /> : <Offers isClient={kind === 'client'} />}</Page>
  );
}

function NotForYou() {
  const { t } = useTranslation('custom-offers');
  return (
    <EmptyState asPageTitle title={t('list.notForYou')} drawing="letter">
      <p>{t('list.notForYouText')}</p>
    </EmptyState>
  );
}

function Offers({ isClient }: { isClient: boolean }) {
  const { t } = useTranslation('custom-offers');
  const open = useUrlFilters().one('affichage') !== ALL;
  const list = useInfiniteQuery(customOffersQuery(open));
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t(isClient ? 'list.leadClient' : 'list.leadProvider')}
      />
      <TabLinks
        label={t('list.tabs')}
        tabs={[
          { href: urls.customOffers(), label: t('list.open'), current: open },
          { href: urls.customOffers({ affichage: ALL }), label: t('list.all'), current: !open },
          { href: urls.quoteRequests(), label: t('list.requests'), current: false },
        ]}
      />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={open ? <NoneOpen isClient={isClient} /> : <None isClient={isClient} />}
      >
        {(offers) => (
          <Rows>
            {offers.map((offer) => (
              <OfferRow key={offer.id} offer={offer} />
            ))}
          </Rows>
        )}
      </ListState>
    </>
  );
}

function NoneOpen({ isClient }: { isClient: boolean }) {
  const { t } = useTranslation('custom-offers');
  return (
    <EmptyState
      title={t('list.noneOpen')}
      drawing="letter"
      action={
        <ButtonLink href={urls.customOffers({ affichage: ALL })} variant="default">
          {t('list.seeAll')}
        </ButtonLink>
      }
    >
      <p>{t(isClient ? 'list.noneOpenClient' : 'list.noneOpenProvider')}</p>
    </EmptyState>
  );
}

function None({ isClient }: { isClient: boolean }) {
  const { t } = useTranslation('custom-offers');
  return (
    <EmptyState
      title={t('list.none')}
      drawing="letter"
      action={<ButtonLink href={urls.conversations()}>{t('list.inbox')}</ButtonLink>}
    >
      <p>{t(isClient ? 'list.noneClient' : 'list.noneProvider')}</p>
    </EmptyState>
  );
}

function OfferRow({ offer }: { offer: CustomOffer }) {
  const { t } = useTranslation('custom-offers');
  const { other } = useSides(offer);
  const state = stateOf(offer);
  const [text, instant] =
    state === 'sent' ? [t('list.holds'), offer.expires_at] : [t('list.sentOn'), offer.sent_at];
  return (
    <Row
      pinned={offer.actions.includes('accept')}
      title={offer.title}
      href={urls.customOffer(offer.id)}
      facts={[
        other,
        t(`kind.${offer.terms.kind}`),
        <>
          <Money value={offer.terms.totals.gross} cents="auto" /> {t('gross')}
        </>,
        <>
          {text} <DateText value={instant} />
        </>,
      ]}
      status={<StatusBadge tone={toneOf(offer)}>{t(`state.${state}`)}</StatusBadge>}
    />
  );
}
