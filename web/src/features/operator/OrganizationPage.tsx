// One organization whole: what it is, its people, its plan, what happened to it, and what may be done.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { Page, PageHeader, Section } from '@/ui/Page';
import { QueryState } from '@/ui/states';
import { OrganizationBadge } from './badges';
import { CloseOrganization } from './CloseOrganization';
import { CorrectOrganization } from './CorrectOrganization';
import { Members } from './Members';
import { PlanSection } from './PlanSection';
import { organizationQuery, type Operated } from './queries';
import { RecentFacts } from './RecentFacts';
import { Sheet } from './Sheet';
import type { OrganizationKind } from './words';

export default function OrganizationPage() {
  const organization = useQuery(organizationQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={organization}>
        {(operated) => <Whole operated={operated} />}
      </QueryState>
    </Page>
  );
}

function Whole({ operated }: { operated: Operated }) {
  const { t } = useTranslation('operator');
  const { organization, actions } = operated;
  return (
    <>
      <PageHeader
        title={organization.name}
        crumbs={[
          { label: t('title'), href: urls.operator },
          { label: t('accounts.title'), href: urls.operatorAccounts },
        ]}
        aside={<OrganizationBadge state={organization.state} />}
        lead={t('organization.lead', {
          kind: t(`kindNames.${organization.kind as OrganizationKind}`),
          handle: organization.handle,
        })}
      />
      <Warnings operated={operated} />
      <Section
        title={t('organization.sheet')}
        actions={actions.includes('correct') && <CorrectOrganization operated={operated} />}
      >
        <Sheet organization={organization} />
      </Section>
      {organization.kind === 'provider' && <PlanSection operated={operated} />}
      <Members operated={operated} />
      <RecentFacts
        title={t('organization.log')}
        filters={{ subject: organization.id }}
        empty={t('organization.noFacts')}
      />
      {actions.includes('close') && (
        <Section
          title={t('closing.section')}
          lead={t('closing.sectionText')}
          actions={<CloseOrganization operated={operated} />}
        >
          {null}
        </Section>
      )}
    </>
  );
}

function Warnings({ operated }: { operated: Operated }) {
  const { t } = useTranslation('operator');
  return (
    <>
      {operated.closed_reason && (
        <Notice tone="caution" title={t('organization.closed')}>
          {t('quote', { quote: operated.closed_reason })}
        </Notice>
      )}
      {operated.deletion_requested && (
        <Notice
          tone="caution"
          title={t('organization.leaving')}
          action={
            <ButtonLink href={urls.operatorDeletions}>{t('organization.seeDeletions')}</ButtonLink>
          }
        >
          {t('organization.leavingText')}
        </Notice>
      )}
      {operated.lots_in_work > 0 && (
        <Notice>{t('organization.inWork', { count: operated.lots_in_work })}</Notice>
      )}
    </>
  );
}
