// An offer, as either side reads it: where it stands and until when, what is agreed, every version.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { DataList } from '@/ui/DataList';
import { ButtonLink, Link } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Columns, Page, PageHeader, Section } from '@/ui/Page';
import { Prose } from '@/ui/Prose';
import { Facts } from '@/ui/Rows';
import { QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { Countdown, DateText, Money, useNow } from '@/ui/values';
import { ConditionsSheet } from './ConditionsSheet';
import { OfferActions } from './OfferActions';
import { useSides } from '@/app/sides';
import { customOfferQuery, type CustomOffer } from './queries';
import { stateOf, toneOf } from './status';
import { TermsSheet } from './TermsSheet';
import { Versions } from './Versions';

export default function CustomOfferPage() {
  const query = useQuery(customOfferQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={query}>
        {(offer) => <Sheet key={offer.id} offer={offer} />}
      </QueryState>
    </Page>
  );
}

function Sheet({ offer }: { offer: CustomOffer }) {
  const { t } = useTranslation('custom-offers');
  const { other } = useSides(offer);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('list.title'), href: urls.customOffers() }]}
        title={offer.title}
        documentTitle={`${offer.title}, ${other}`}
        aside={<StatusBadge tone={toneOf(offer)}>{t(`state.${stateOf(offer)}`)}</StatusBadge>}
        lead={
          <Facts
            items={[
              other,
              t(`kind.${offer.terms.kind}`),
              <>
                <Money value={offer.terms.totals.gross} /> {t('gross')}
              </>,
              t('version', { number: offer.number }),
            ]}
          />
        }
        actions={<OfferActions offer={offer} />}
      />
      <JustChanged number={offer.number} />
      <Now offer={offer} />
      <Held offer={offer} />
      <Columns aside={<Aside offer={offer} />}>
        <Section title={t('sheet.description')}>
          <Prose>{offer.description}</Prose>
        </Section>
        <Section title={t('sheet.terms')}>
          <TermsSheet terms={offer.terms} />
        </Section>
        <Section title={t('sheet.conditions')}>
          <ConditionsSheet conditions={offer} />
        </Section>
      </Columns>
      {offer.number > 1 && <Versions offer={offer} />}
    </>
  );
}

/** Whoever was reading when a new version came is told: what was read is no longer what is offered. */
function JustChanged({ number }: { number: number }) {
  const { t } = useTranslation('custom-offers');
  const [opened] = useState(number);
  if (number === opened) return null;
  return (
    <div role="status">
      <Notice tone="caution">{t('now.justChanged', { number })}</Notice>
    </div>
  );
}

/** One sentence on where it stands, and how long it still holds. */
function Now({ offer }: { offer: CustomOffer }) {
  const { t } = useTranslation('custom-offers');
  const { isClient, other } = useSides(offer);
  const state = stateOf(offer);
  const past = Date.parse(offer.expires_at) <= useNow();
  if (state === 'sent' && past) return <Notice>{t('now.past')}</Notice>;
  return (
    <Notice action={<Again offer={offer} isClient={isClient} />}>
      {t(`now.${isClient ? 'client' : 'provider'}.${state}`, { name: other })}
      {state === 'sent' && (
        <>
          {' '}
          <strong>
            <Countdown until={offer.expires_at} />
          </strong>
          .
        </>
      )}
    </Notice>
  );
}

/** What held funds mean, told to the client before it accepts. */
function Held({ offer }: { offer: CustomOffer }) {
  const { t } = useTranslation('custom-offers');
  const { isClient, other } = useSides(offer);
  if (!isClient || offer.settlement !== 'held' || stateOf(offer) !== 'sent') return null;
  return <Notice title={t('held.title')}>{t('held.text', { name: other })}</Notice>;
}

/** A provider whose offer came to nothing may make another one. */
function Again({ offer, isClient }: { offer: CustomOffer; isClient: boolean }) {
  const { t } = useTranslation('custom-offers');
  const over = ['declined', 'withdrawn', 'expired'].includes(offer.state);
  if (isClient || !over) return null;
  return (
    <ButtonLink href={urls.newCustomOffer(offer.conversation)} variant="default" size="sm">
      {t('now.again')}
    </ButtonLink>
  );
}

function Aside({ offer }: { offer: CustomOffer }) {
  const { t } = useTranslation('custom-offers');
  const { client, provider } = offer;
  return (
    <DataList
      items={[
        {
          label: t('sheet.provider'),
          value: (
            <Link href={urls.provider(provider.handle)}>{provider.name ?? provider.handle}</Link>
          ),
        },
        { label: t('sheet.client'), value: client.name ?? client.handle },
        { label: t('sheet.validity'), value: <DateText value={offer.expires_at} as="day-time" /> },
        { label: t('sheet.sent'), value: <DateText value={offer.sent_at} as="day-time" /> },
        ...(offer.number > 1
          ? [
              {
                label: t('sheet.written'),
                value: <DateText value={offer.written_at} as="day-time" />,
              },
            ]
          : []),
      ]}
    />
  );
}
