// « Créer une offre » (S2-001, S2-002): in a conversation, by its provider, asked for or not.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useVatExempt } from '@/app/session';
import { useGo, usePathParam, useUrlFilters } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { EmptyState, PageSkeleton, QueryState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { adjusting, emptyOffer, inputOf, KINDS, type TermsKind } from './form';
import { OfferForm } from './OfferForm';
import {
  conversationQuery,
  kindsQuery,
  quoteRequestQuery,
  useCustomOfferChanges,
  type Conversation,
  type QuoteRequest,
} from './queries';

export default function CreatePage() {
  const conversation = useQuery(conversationQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={conversation}>
        {(data) => <Creating conversation={data} />}
      </QueryState>
    </Page>
  );
}

const nameOf = ({ counterpart }: Conversation) => counterpart.name ?? counterpart.handle;

function Creating({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('custom-offers');
  const name = nameOf(conversation);
  const kinds = useQuery(kindsQuery());
  const asked = useUrlFilters().one('demande');
  if (!conversation.actions.includes('write')) return <Gone conversation={conversation} />;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('create.inbox'), href: urls.conversations() },
          { label: name, href: urls.conversation(conversation.id) },
        ]}
        title={t('create.title', { name })}
        lead={t('create.lead')}
      />
      <QueryState query={kinds}>
        {(offered) => {
          const open = KINDS.filter((kind) => offered.kinds.includes(kind));
          return asked ? (
            <Adjusting id={asked} conversation={conversation} kinds={open} />
          ) : (
            <Writing conversation={conversation} kinds={open} />
          );
        }}
      </QueryState>
    </>
  );
}

function Gone({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('custom-offers');
  return (
    <EmptyState asPageTitle title={t('create.gone')} action={<Back conversation={conversation} />}>
      <p>{t('create.goneText', { name: nameOf(conversation) })}</p>
    </EmptyState>
  );
}

function Back({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('custom-offers');
  return (
    <ButtonLink href={urls.conversation(conversation.id)} variant="default">
      {t('create.back')}
    </ButtonLink>
  );
}

interface WritingProps {
  conversation: Conversation;
  kinds: TermsKind[];
  /** What the client asked for. */
  request?: QuoteRequest;
}

/** S4-013: the offer that answers a quote request with other terms. */
function Adjusting({ id, ...props }: WritingProps & { id: string }) {
  const request = useQuery(quoteRequestQuery(id));
  return (
    <QueryState query={request}>
      {(data) => <Writing {...props} request={data.state === 'open' ? data : undefined} />}
    </QueryState>
  );
}

function Writing({ conversation, kinds, request }: WritingProps) {
  const { t } = useTranslation('custom-offers');
  const exempt = useVatExempt();
  const go = useGo();
  const { create } = useCustomOfferChanges();
  const [first] = kinds;
  if (!first) return <NoKinds />;
  if (exempt === undefined) return <PageSkeleton />;
  const empty = () => emptyOffer(first, exempt ? '0' : '2000');
  return (
    <OfferForm
      about={request?.id ?? conversation.id}
      begin={() => (request ? adjusting(empty(), request, Date.now()) : empty())}
      kinds={kinds}
      exempt={exempt}
      name={nameOf(conversation)}
      submitLabel={t('create.submit')}
      send={(values, key) =>
        create(conversation.id, { ...inputOf(values), quote_request: request?.id ?? null }, key)
      }
      onDone={() => {
        toast.done(t('create.done'));
        go(urls.conversation(conversation.id), { replace: true });
      }}
      others={<Back conversation={conversation} />}
    />
  );
}

/** S2-009: the operator switched all of them off for this trade. */
function NoKinds() {
  const { t } = useTranslation('custom-offers');
  return (
    <EmptyState
      title={t('create.noKinds')}
      action={
        <ButtonLink href={urls.contact} variant="default">
          {t('create.contact')}
        </ButtonLink>
      }
    >
      <p>{t('create.noKindsText')}</p>
    </EmptyState>
  );
}
