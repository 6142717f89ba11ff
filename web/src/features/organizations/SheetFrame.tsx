// A provider's sheet is written on two pages; only who may change it finds their forms.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { organizationQuery, useMe } from '@/app/session';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader } from '@/ui/Page';
import { QueryState } from '@/ui/states';
import { TabLinks } from '@/ui/Tabs';
import type { Organization } from './queries';

const TABS = ['sheet', 'showcase'] as const;

interface SheetFrameProps {
  current: (typeof TABS)[number];
  children: (organization: Organization) => ReactNode;
}

export function SheetFrame({ current, children }: SheetFrameProps) {
  const { t } = useTranslation('organizations');
  const me = useMe();
  const organization = useQuery(organizationQuery);
  return (
    <Page width="form">
      <PageHeader
        title={t('title')}
        documentTitle={current === 'sheet' ? t('title') : t(`tabs.${current}`)}
        lead={t('lead')}
        actions={
          me.organization.plan && (
            <ButtonLink variant="default" href={urls.provider(me.organization.handle)}>
              {t('see')}
            </ButtonLink>
          )
        }
      />
      <TabLinks
        label={t('tabs.label')}
        tabs={TABS.map((tab) => ({
          href: urls[tab],
          label: t(`tabs.${tab}`),
          current: tab === current,
        }))}
      />
      <QueryState query={organization}>
        {(data) =>
          data.actions.includes('edit') ? children(data) : <Notice>{t('readOnly')}</Notice>
        }
      </QueryState>
    </Page>
  );
}
