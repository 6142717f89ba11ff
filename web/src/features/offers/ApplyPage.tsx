// A provider applies to a lot (S1-071): a public message, a private one if it likes, and a price in lines.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useTradeName, useTrades } from '@/app/reference';
import { useVatExempt } from '@/app/session';
import { useGo, usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Form } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Columns, Page, PageHeader } from '@/ui/Page';
import { EmptyState, QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { Advice } from './Advice';
import { LotBrief, LotFacts } from './LotBrief';
import { OfferFields } from './OfferFields';
import { isAboutPlan, PlanFirst, PlanLink } from './PlanLink';
import { tenderQuery, useOfferChanges, type Offer, type Tender, type TenderLot } from './queries';
import { requiredErrors } from './required';
import { emptyOffer, inputOf, type OfferForm } from './terms';

export default function ApplyPage() {
  const slug = usePathParam('slug');
  const lotId = usePathParam('lot');
  const query = useQuery(tenderQuery(slug));
  return (
    <Page>
      <QueryState page query={query}>
        {(tender) => {
          const lot = tender.lots.find(({ id }) => id === lotId);
          return lot ? <Applying tender={tender} lot={lot} /> : <NoLot tender={tender} />;
        }}
      </QueryState>
    </Page>
  );
}

function NoLot({ tender }: { tender: Tender }) {
  const { t } = useTranslation('offers');
  return (
    <EmptyState
      asPageTitle
      title={t('apply.gone')}
      action={
        <ButtonLink href={urls.tender(tender.slug ?? tender.id)} variant="default">
          {t('apply.backToTender')}
        </ButtonLink>
      }
    />
  );
}

function Applying({ tender, lot }: { tender: Tender; lot: TenderLot }) {
  const { t } = useTranslation('offers');
  const trade = useTradeName()(lot.trade);
  const exempt = useVatExempt();
  const trades = useTrades().data;
  const ready = exempt !== undefined && trades !== undefined;
  const perGuest = trades?.find(({ slug }) => slug === lot.trade)?.per_guest ?? false;
  // As it was when the page opened: what the form sends changes it before the page is left.
  const [permitted] = useState(() => lot.actions.includes('apply'));
  return (
    <>
      <PageHeader
        crumbs={[{ label: tender.event.title, href: urls.tender(tender.slug ?? tender.id) }]}
        title={t('apply.title', { trade })}
        lead={<LotFacts tender={tender} lot={lot} />}
      />
      <Columns
        aside={
          <>
            <LotBrief tender={tender} lot={lot} />
            <Advice />
          </>
        }
      >
        {!permitted && <NotNow tender={tender} lot={lot} />}
        {permitted && ready && (
          <ApplyForm
            tender={tender}
            lot={lot}
            exempt={exempt}
            quantity={perGuest && tender.event.guests ? String(tender.event.guests) : '1'}
          />
        )}
      </Columns>
    </>
  );
}

/** Why there is no form: an offer was made already, or the API says what stands in the way. */
function NotNow({ tender, lot }: { tender: Tender; lot: TenderLot }) {
  const { t } = useTranslation('offers');
  const reason = lot.blocked.find(({ action }) => action === 'apply');
  if (!reason && lot.my_offer) return <Applied offer={lot.my_offer} />;
  if (reason && isAboutPlan(reason.code)) return <PlanFirst />;
  return (
    <Notice
      tone="caution"
      title={t('apply.notNow')}
      action={
        <ButtonLink href={urls.tender(tender.slug ?? tender.id)} variant="default" size="sm">
          {t('apply.backToTender')}
        </ButtonLink>
      }
    >
      {reason?.detail ?? t('apply.notYours')}
    </Notice>
  );
}

function Applied({ offer }: { offer: NonNullable<TenderLot['my_offer']> }) {
  const { t } = useTranslation('offers');
  return (
    <Notice
      title={t('apply.already')}
      action={
        <ButtonLink href={urls.offer(offer.id)} variant="default" size="sm">
          {t('apply.seeMine')}
        </ButtonLink>
      }
    >
      {t('apply.alreadyText')}
    </Notice>
  );
}

interface ApplyFormProps {
  tender: Tender;
  lot: TenderLot;
  exempt: boolean;
  quantity: string;
}

function ApplyForm({ tender, lot, exempt, quantity }: ApplyFormProps) {
  const { t } = useTranslation('offers');
  const { apply } = useOfferChanges();
  const go = useGo();
  const [initial] = useState(() => emptyOffer(quantity, exempt ? '0' : '2000'));
  const form = useApiForm<OfferForm, Offer>({
    initialValues: initial,
    validate: (values) => requiredErrors(values, t('form.missing')),
    send: (values) => apply(lot.id, inputOf(values)),
    onDone: (offer) => {
      toast.done(t('apply.done'));
      go(urls.offer(offer.id), { replace: true });
    },
  });
  return (
    <Form
      form={form}
      submitLabel={t('apply.submit')}
      note={`${t('apply.note')} ${t('apply.lead')}`}
    >
      <PlanLink problem={form.problem} />
      <OfferFields form={form} exempt={exempt} eventDay={tender.event.day} />
    </Form>
  );
}
