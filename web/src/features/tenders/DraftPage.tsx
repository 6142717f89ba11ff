// The guided form « créer un appel d’offres » (S1-030): five steps, the step in the address, a draft kept
// by the server at each, so that it can be left and taken up on any device.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useMe } from '@/app/session';
import { useUrlFilters } from '@/app/url-state';
import { findIdea } from '@/lib/ideas';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader } from '@/ui/Page';
import { EmptyState, QueryState } from '@/ui/states';
import { RelativeTime } from '@/ui/values';
import { emptyForm, formOf, formOfIdea } from './draft';
import { DraftForm } from './DraftForm';
import { myTendersQuery, tenderQuery } from './queries';

export default function DraftPage() {
  const { t } = useTranslation('tenders');
  const draft = useUrlFilters().one('brouillon');
  if (useMe().organization.kind !== 'client') return <ClientsOnly />;
  return (
    <Page width="form">
      <PageHeader
        title={t('draft.title')}
        crumbs={[{ label: t('mine.title'), href: urls.events() }]}
      />
      {draft ? <KnownDraft key={draft} id={draft} /> : <NewDraft />}
    </Page>
  );
}

/** S1-016: a provider's own events need an account of their own. */
function ClientsOnly() {
  const { t } = useTranslation('tenders');
  return (
    <Page width="form">
      <EmptyState
        asPageTitle
        drawing="key"
        title={t('draft.clientsOnly')}
        action={
          <ButtonLink href={urls.tenders()} variant="default">
            {t('draft.seeTenders')}
          </ButtonLink>
        }
      >
        {t('draft.clientsOnlyText')}
      </EmptyState>
    </Page>
  );
}

function KnownDraft({ id }: { id: string }) {
  const query = useQuery(tenderQuery(id));
  return (
    <QueryState query={query}>
      {(tender) =>
        tender.status === 'draft' ? (
          <DraftForm tender={tender} initial={formOf(tender)} />
        ) : (
          <AlreadyPublished id={tender.id} />
        )
      }
    </QueryState>
  );
}

function AlreadyPublished({ id }: { id: string }) {
  const { t } = useTranslation('tenders');
  return (
    <Notice action={<ButtonLink href={urls.event(id)}>{t('page.ownerAction')}</ButtonLink>}>
      {t('draft.already')}
    </Notice>
  );
}

function NewDraft() {
  const slug = findIdea(useUrlFilters().one('idee'))?.slug;
  return slug ? <DraftOfIdea key={slug} slug={slug} /> : <BlankDraft />;
}

function BlankDraft() {
  return (
    <>
      <EarlierDraft />
      <DraftForm tender={null} initial={emptyForm()} />
    </>
  );
}

function DraftOfIdea({ slug }: { slug: NonNullable<ReturnType<typeof findIdea>>['slug'] }) {
  const { t } = useTranslation('tenders');
  const { t: idea } = useTranslation('ideas');
  const title = idea(`items.${slug}.title`);
  return (
    <>
      <Notice title={t('draft.ideaTitle')}>{t('draft.ideaText', { title })}</Notice>
      <DraftForm
        tender={null}
        initial={formOfIdea(slug, { title, text: idea(`items.${slug}.text`) })}
      />
    </>
  );
}

/** The latest draft, so that nobody begins twice what was nearly done. */
function EarlierDraft() {
  const { t } = useTranslation('tenders');
  const list = useInfiniteQuery(myTendersQuery('draft'));
  const draft = itemsOf(list.data)[0];
  if (!draft) return null;
  return (
    <Notice
      title={t('draft.resumeTitle')}
      action={
        <ButtonLink href={urls.newEvent({ brouillon: draft.id })} variant="default" size="sm">
          {t('draft.resume')}
        </ButtonLink>
      }
    >
      {draft.title || t('mine.untitled')}, {t('draft.begun')}{' '}
      <RelativeTime value={draft.created_at} />.
    </Notice>
  );
}
