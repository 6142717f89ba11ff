// A provider's offer: where it stands and what to do now, what it says, and once in work, whom to call.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MissionReview } from '@/app/MissionReview';
import { useTradeName } from '@/app/reference';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ContactCard } from '@/ui/ContactCard';
import { Notice } from '@/ui/Notice';
import { Columns, Page, PageHeader, Section } from '@/ui/Page';
import { Facts } from '@/ui/Rows';
import { QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { DateText } from '@/ui/values';
import { LotBrief } from './LotBrief';
import { OfferActions } from './OfferActions';
import { OfferNow } from './OfferNow';
import { OfferVersions } from './OfferVersions';
import { ProposalView } from './ProposalView';
import { offerQuery, tenderQuery, type Offer } from './queries';
import { Rivals } from './Rivals';
import { standingOf, toneOf } from './status';

/** While nobody has the lot for good, the others still matter. */
const COMPETING = ['open', 'chosen'];

export default function OfferPage() {
  const query = useQuery(offerQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={query}>
        {(offer) => <Sheet offer={offer} />}
      </QueryState>
    </Page>
  );
}

function Sheet({ offer }: { offer: Offer }) {
  const { t } = useTranslation('offers');
  const standing = standingOf(offer);
  const trade = useTradeName()(offer.lot.trade);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('mine.title'), href: urls.events() }]}
        title={offer.tender.title}
        documentTitle={`${trade}, ${offer.tender.title}`}
        aside={<StatusBadge tone={toneOf(standing)}>{t(`state.${standing}`)}</StatusBadge>}
        lead={<Facts items={[trade, offer.tender.town, offer.client.handle]} />}
        actions={<OfferActions offer={offer} />}
      />
      <OfferNow offer={offer} />
      {offer.masked.length > 0 && !offer.contacts && <Notice tone="caution">{t('masked')}</Notice>}
      <Columns aside={<OfferAside offer={offer} />}>
        {offer.contacts && <ContactCard contact={offer.contacts.client} side="client" />}
        {offer.review_id && <MissionReview id={offer.review_id} />}
        <Section
          title={t('offer.title')}
          lead={
            <>
              {t('offer.version', { number: offer.number })}, {t('offer.writtenOn')}{' '}
              <DateText value={offer.written_at} as="day-time" />
            </>
          }
        >
          <ProposalView proposal={offer} />
        </Section>
        {offer.number > 1 && <OfferVersions offer={offer} />}
        {COMPETING.includes(offer.lot.status) && (
          <Rivals lot={offer.lot.id} trade={offer.lot.trade} />
        )}
      </Columns>
    </>
  );
}

function OfferAside({ offer }: { offer: Offer }) {
  const query = useQuery(tenderQuery(offer.tender.id));
  return (
    <QueryState query={query}>
      {(tender) => {
        const lot = tender.lots.find(({ id }) => id === offer.lot.id);
        return lot ? <LotBrief tender={tender} lot={lot} /> : null;
      }}
    </QueryState>
  );
}
