// Nobody to talk with yet: how a conversation begins, for each side.
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/session';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { EmptyState } from '@/ui/states';

export function NobodyYet() {
  const { t } = useTranslation('conversations');
  const isClient = useMe().organization.kind === 'client';
  return (
    <EmptyState
      title={t('list.empty')}
      drawing="letter"
      action={
        <ButtonLink href={isClient ? urls.directory() : urls.potentialTenders}>
          {t(isClient ? 'list.emptyClientAction' : 'list.emptyProviderAction')}
        </ButtonLink>
      }
    >
      <p>{t(isClient ? 'list.emptyClient' : 'list.emptyProvider')}</p>
    </EmptyState>
  );
}

export function NothingFound() {
  const { t } = useTranslation('conversations');
  return (
    <EmptyState
      title={t('list.nothingFound')}
      drawing="letter"
      action={
        <ButtonLink href={urls.conversations()} variant="default">
          {t('list.seeAll')}
        </ButtonLink>
      }
    >
      <p>{t('list.nothingFoundText')}</p>
    </EmptyState>
  );
}

export function AllRead() {
  const { t } = useTranslation('conversations');
  return (
    <EmptyState
      title={t('list.allRead')}
      drawing="letter"
      action={
        <ButtonLink href={urls.conversations()} variant="default">
          {t('list.seeAll')}
        </ButtonLink>
      }
    >
      <p>{t('list.allReadText')}</p>
    </EmptyState>
  );
}
