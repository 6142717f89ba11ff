// After « Mission terminée »: the client rates the provider and says how it went (S1-090, S1-091).
import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useTradeName } from '@/app/reference';
import { useGo, usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { DateInput } from '@/ui/DateInput';
import { Fieldset, Form } from '@/ui/Form';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { EmptyState, QueryState } from '@/ui/states';
import { StarsInput } from '@/ui/Stars';
import { toast } from '@/ui/toast';
import { emptyOpinion, inputOf, lackingIn, likelyDay, PARTS, type OpinionForm } from './opinion';
import {
  offerQuery,
  tenderQuery,
  usePublishReview,
  type Review,
  type Tender,
  type TenderLot,
} from './queries';
import classes from './ReviewPage.module.css';

export default function ReviewPage() {
  const query = useQuery(tenderQuery(usePathParam('id')));
  const lotId = usePathParam('lot');
  return (
    <Page width="form">
      <QueryState page query={query}>
        {(tender) => {
          const lot = tender.lots.find(({ id }) => id === lotId);
          return lot?.status === 'done' && lot.award ? (
            <Once tender={tender} lot={lot} award={lot.award} />
          ) : (
            <NotNow title="tooEarly" tender={tender} lotId={lotId} />
          );
        }}
      </QueryState>
    </Page>
  );
}

/** One review a mission, by its client only: the offer says whether it is still awaited. */
function Once(reviewing: ReviewingProps) {
  const offer = useQuery(offerQuery(reviewing.award.offer_id));
  return (
    <QueryState page query={offer}>
      {({ actions }) => <Awaited awaited={actions.includes('review')} {...reviewing} />}
    </QueryState>
  );
}

/** The form stays while the review that it sent changes what the offer awaits. */
function Awaited({ awaited, ...reviewing }: ReviewingProps & { awaited: boolean }) {
  const [begun, setBegun] = useState(awaited);
  if (awaited && !begun) setBegun(true);
  if (begun) return <Reviewing {...reviewing} />;
  return <NotNow title="given" tender={reviewing.tender} lotId={reviewing.lot.id} />;
}

interface NotNowProps {
  title: 'tooEarly' | 'given';
  tender: Tender;
  lotId: string;
}

function NotNow({ title, tender, lotId }: NotNowProps) {
  const { t } = useTranslation('reviews');
  return (
    <EmptyState
      asPageTitle
      title={t(title)}
      action={
        <ButtonLink href={urls.lot(tender.id, lotId)} variant="default">
          {t('backToLot')}
        </ButtonLink>
      }
    />
  );
}

/** A calendar day where the reader is. */
const dayOf = (instant: Date) => new Intl.DateTimeFormat('sv-SE').format(instant);

interface ReviewingProps {
  tender: Tender;
  lot: TenderLot;
  award: NonNullable<TenderLot['award']>;
}

function Reviewing({ tender, lot, award }: ReviewingProps) {
  const { t } = useTranslation('reviews');
  const publish = usePublishReview();
  const go = useGo();
  const trade = useTradeName()(lot.trade);
  const name = award.provider.name ?? award.provider.handle;
  const [days] = useState(() => ({
    started: dayOf(new Date(award.started_at ?? award.chosen_at)),
    today: dayOf(new Date()),
  }));
  const form = useApiForm<OpinionForm, Review>({
    initialValues: emptyOpinion(likelyDay(tender.event.day, days.started, days.today)),
    validate: (values) =>
      Object.fromEntries(lackingIn(values).map((field) => [field, t(`lacking.${field}`)])),
    send: (values) => publish(lot.id, inputOf(values)),
    onDone: () => {
      toast.done(t('published'));
      go(urls.lot(tender.id, lot.id), { replace: true });
    },
  });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: tender.event.title, href: urls.event(tender.id) },
          { label: trade, href: urls.lot(tender.id, lot.id) },
        ]}
        title={t('title', { name })}
        lead={t('lead')}
      />
      <Form
        form={form}
        submitLabel={t('submit')}
        note={t('note')}
        others={
          <ButtonLink href={urls.lot(tender.id, lot.id)} variant="default">
            {t('later')}
          </ButtonLink>
        }
      >
        <StarsInput label={t('rating')} description={t('ratingHint')} {...form.field('rating')} />
        <Textarea
          label={t('comment')}
          description={t('commentHint')}
          autosize
          minRows={5}
          maxLength={4000}
          {...form.field('comment')}
        />
        <DateInput
          label={t('experiencedOn')}
          maw="16rem"
          minDate={days.started}
          maxDate={days.today}
          {...form.field('experienced_on')}
        />
        <Fieldset legend={t('partsTitle')} hint={t('partsHint')}>
          <div className={classes.parts}>
            {PARTS.map((part) => (
              <StarsInput key={part} label={t(`parts.${part}`)} {...form.field(part)} />
            ))}
          </div>
        </Fieldset>
      </Form>
    </>
  );
}
