// The API's reference, read from the contract that this server serves.
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { Page, PageHeader, Section } from '@/ui/Page';
import { QueryState, RowsSkeleton } from '@/ui/states';
import { CONTRACT, contractQuery } from './queries';
import classes from './DocsPage.module.css';

const Operations = lazy(() => import('./Operations'));

export default function DocsPage() {
  const { t } = useTranslation('docs');
  const contract = useQuery(contractQuery);
  const [key, setKey] = useState('');
  const [phrase, setPhrase] = useState('');
  return (
    <Page>
      <PageHeader
        title={t('title')}
        description={t('description')}
        lead={t('lead')}
        actions={
          <Button component="a" variant="default" href={CONTRACT}>
            {t('contract')}
          </Button>
        }
      />
      <div className={classes.tools}>
        <TextInput
          label={t('search')}
          description={t('searchHint')}
          value={phrase}
          onChange={(event) => setPhrase(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('key')}
          description={t('keyHint')}
          autoComplete="off"
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
      </div>
      <p>
        {t('real')} <Link href={urls.apiKeys}>{t('makeKey')}</Link>
      </p>
      <Section title={t('operations')}>
        <QueryState query={contract} waiting={<RowsSkeleton count={8} />}>
          {(document) => (
            <Suspense fallback={<RowsSkeleton count={8} />}>
              <Operations contract={document} apiKey={key} phrase={phrase.trim()} />
            </Suspense>
          )}
        </QueryState>
      </Section>
    </Page>
  );
}
