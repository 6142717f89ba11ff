// A new version of an offer: from then on it alone can be accepted.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVatExempt } from '@/app/session';
import { useGo, usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { EmptyState, PageSkeleton, QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { formOf, inputOf, KINDS, type TermsKind } from './form';
import { OfferForm } from './OfferForm';
import { useSides } from '@/app/sides';
import { customOfferQuery, kindsQuery, useCustomOfferChanges, type CustomOffer } from './queries';

export default function RevisePage() {
  const query = useQuery(customOfferQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={query}>
        {(offer) =>
          offer.actions.includes('revise') ? <Revising offer={offer} /> : <TooLate offer={offer} />
        }
      </QueryState>
    </Page>
  );
}

function TooLate({ offer }: { offer: CustomOffer }) {
  const { t } = useTranslation('custom-offers');
  return (
    <EmptyState
      asPageTitle
      title={t('revise.tooLate')}
      action={
        <ButtonLink href={urls.customOffer(offer.id)} variant="default">
          {t('revise.seeOffer')}
        </ButtonLink>
      }
    />
  );
}

function Revising({ offer }: { offer: CustomOffer }) {
  const { t } = useTranslation('custom-offers');
  const kinds = useQuery(kindsQuery());
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('list.title'), href: urls.customOffers() },
          { label: offer.title, href: urls.customOffer(offer.id) },
        ]}
        title={t('revise.title')}
        lead={t('revise.lead', { number: offer.number + 1 })}
      />
      <QueryState query={kinds}>
        {(offered) => (
          <Writing
            offer={offer}
            // Its own kind stays to be seen where it is no longer offered: the API says so.
            kinds={KINDS.filter(
              (kind) => kind === offer.terms.kind || offered.kinds.includes(kind),
            )}
          />
        )}
      </QueryState>
    </>
  );
}

function Writing({ offer: latest, kinds }: { offer: CustomOffer; kinds: TermsKind[] }) {
  // As it was when one began: what somebody else changes meanwhile is not overwritten unread.
  const [offer] = useState(latest);
  const { t } = useTranslation('custom-offers');
  const { t: ui } = useTranslation('ui');
  const exempt = useVatExempt();
  const go = useGo();
  const { revise } = useCustomOfferChanges();
  const { other } = useSides(offer);
  if (exempt === undefined) return <PageSkeleton />;
  return (
    <OfferForm
      about={`${offer.id}.${offer.number}`}
      begin={() => formOf(offer, exempt ? '0' : '2000')}
      kinds={kinds}
      exempt={exempt}
      name={other}
      submitLabel={t('revise.submit')}
      send={(values) => revise(offer, inputOf(values))}
      onDone={() => {
        toast.done(t('revise.done'));
        go(urls.customOffer(offer.id), { replace: true });
      }}
      others={
        <ButtonLink href={urls.customOffer(offer.id)} variant="default">
          {ui('cancel')}
        </ButtonLink>
      }
    />
  );
}
