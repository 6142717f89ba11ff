// What a page shows when it has nothing, is waiting, or was refused. Each says what to do next.
import { Button, Skeleton } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { ButtonLink } from './Link';
import { DocumentTitle } from './Page';
import { Drawing, type DrawingName } from './illustrations/Drawing';
import classes from './states.module.css';

interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  /** The next thing to do: a ButtonLink or Button. */
  action?: ReactNode;
  drawing?: DrawingName;
  /** When the state is the whole page, its title is the page's. */
  asPageTitle?: boolean;
}

export function EmptyState(props: EmptyStateProps) {
  const { title, children, action, drawing = 'chairs' } = props;
  const Title = props.asPageTitle ? 'h1' : 'p';
  return (
    <div className={classes.state}>
      <Drawing name={drawing} />
      <div className={classes.words}>
        <Title className={classes.title}>{title}</Title>
        {children && <div className={classes.text}>{children}</div>}
      </div>
      {action}
    </div>
  );
}

interface ErrorStateProps {
  /** Anything thrown; a Problem tells its own message, status and request id. */
  error: unknown;
  onRetry?: () => void;
  /** When the state is the whole page, its title is the page's, and the browser's. */
  asPageTitle?: boolean | undefined;
}

interface Told {
  status: number | undefined;
  message: string | undefined;
  requestId: string | undefined;
  retryAfterSeconds: number | undefined;
}

function told(error: unknown): Told {
  const given = (typeof error === 'object' ? error : null) as Partial<Told> | null;
  return {
    status: given?.status,
    message: given?.message,
    requestId: given?.requestId,
    retryAfterSeconds: given?.retryAfterSeconds,
  };
}

function useExplanation({ status, message, retryAfterSeconds }: Told): string {
  const { t } = useTranslation('ui');
  if (status === 0) return t('error.network');
  if (status === 403) return t('error.forbidden');
  if (status === 404) return t('error.notFound');
  if (status === 429) return t('error.tooMany', { count: retryAfterSeconds ?? 60 });
  if (status === undefined || status >= 500) return t('error.server');
  return message ?? t('error.server');
}

const TITLES: Record<number, 'error.title403' | 'error.title404'> = {
  403: 'error.title403',
  404: 'error.title404',
};

export function ErrorState({ error, onRetry, asPageTitle }: ErrorStateProps) {
  const { t } = useTranslation('ui');
  const facts = told(error);
  const explanation = useExplanation(facts);
  // What does not exist, or is not for this account, will not be there the next time either.
  const final = facts.status === 403 || facts.status === 404;
  const title = t(TITLES[facts.status ?? 0] ?? 'error.title');
  const Title = asPageTitle ? 'h1' : 'p';
  return (
    <div className={classes.state} role="alert">
      {asPageTitle && <DocumentTitle title={title} />}
      <Drawing name={final ? 'chairs' : 'cable'} />
      <div className={classes.words}>
        <Title className={classes.title}>{title}</Title>
        <p className={classes.text}>{explanation}</p>
        {facts.requestId && !final && (
          <p className={classes.reference}>{t('error.request', { id: facts.requestId })}</p>
        )}
      </div>
      <WhatNext final={final} asPageTitle={asPageTitle} onRetry={onRetry} />
    </div>
  );
}

interface WhatNextProps extends Pick<ErrorStateProps, 'asPageTitle'> {
  final: boolean;
  onRetry: (() => void) | undefined;
}

function WhatNext({ final, asPageTitle, onRetry }: WhatNextProps) {
  const { t } = useTranslation('ui');
  if (final) {
    return asPageTitle ? <ButtonLink href={urls.home}>{t('error.home')}</ButtonLink> : null;
  }
  if (!onRetry) return null;
  return (
    <Button variant="default" onClick={onRetry}>
      {t('retry')}
    </Button>
  );
}

interface RowsSkeletonProps {
  count?: number;
  /** Rows that begin with a picture. */
  pictures?: boolean;
}

export function RowsSkeleton({ count = 4, pictures = false }: RowsSkeletonProps) {
  return (
    <Waiting>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={classes.skeletonRow} data-pictures={pictures || undefined}>
          {pictures && <Skeleton className={classes.skeletonPicture} />}
          <div className={classes.skeletonWords}>
            <Skeleton height={20} width="min(22rem, 70%)" />
            <Skeleton height={14} width="min(14rem, 50%)" />
            {pictures && <Skeleton height={14} width="min(34rem, 90%)" />}
          </div>
        </div>
      ))}
    </Waiting>
  );
}

export function PageSkeleton() {
  return (
    <Waiting>
      <div className={classes.skeletonPage}>
        <Skeleton height={44} width="min(26rem, 80%)" />
        <Skeleton height={16} width="min(34rem, 95%)" />
        <Skeleton height={16} width="min(30rem, 90%)" />
        <Skeleton height={16} width="min(32rem, 92%)" />
      </div>
    </Waiting>
  );
}

/** Says that something is on its way, around what stands in for it. */
export function Waiting({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui');
  const id = useId();
  return (
    <div aria-busy="true" aria-labelledby={id} role="status">
      <span id={id} className="visually-hidden">
        {t('loading')}
      </span>
      {children}
    </div>
  );
}

/** A list that fits on a screen is seen to end. */
const LONG = 10;

interface LoadMoreProps {
  /** A TanStack infinite query fits. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  /** How many are shown, told at the end of the list. */
  count: number;
}

export function LoadMore({ list, count }: LoadMoreProps) {
  const { t } = useTranslation('ui');
  if (!list.hasNextPage) {
    if (count < LONG) return null;
    return <p className={classes.end}>{t('allShown', { count })}</p>;
  }
  return (
    <Button
      variant="default"
      className={classes.more}
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {t('loadMore')}
    </Button>
  );
}

interface ListStateProps<T> {
  /** A TanStack infinite query fits. */
  list: LoadMoreProps['list'] & {
    isPending: boolean;
    error: unknown;
    refetch: () => unknown;
  };
  items: T[];
  empty: ReactNode;
  /** Of the size of what comes, so that nothing moves. */
  waiting?: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** A keyset list in all its states: waiting, refused, empty, shown, with its continuation. */
export function ListState<T>({ list, items, empty, waiting, children }: ListStateProps<T>) {
  if (list.isPending) return waiting ?? <RowsSkeleton />;
  if (list.error && items.length === 0) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (items.length === 0) return empty;
  return (
    <div className={classes.list}>
      {children(items)}
      <LoadMore list={list} count={items.length} />
    </div>
  );
}

interface QueryStateProps<T> {
  /** A TanStack query fits. */
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  waiting?: ReactNode;
  /** It is the whole page, title included: so is what is said when it cannot be read. */
  page?: boolean;
  children: (data: T) => ReactNode;
}

/** One thing read from the API, in all its states. */
export function QueryState<T>({ query, waiting, page, children }: QueryStateProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    const retry = () => void query.refetch();
    return <ErrorState error={query.error} onRetry={retry} asPageTitle={page} />;
  }
  return waiting ?? <PageSkeleton />;
}
