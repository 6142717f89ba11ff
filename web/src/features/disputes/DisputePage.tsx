// A dispute, as its two sides and the operator read it: where it stands, what is proposed, what was said.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Columns, Page, PageHeader, Section } from '@/ui/Page';
import { Facts } from '@/ui/Rows';
import { QueryState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { Money } from '@/ui/values';
import { About } from './About';
import { DisputeActs } from './DisputeActs';
import { DisputeNow } from './DisputeNow';
import { Draft } from './Draft';
import { Exchanges } from './Exchanges';
import { useNames } from './people';
import { Proposal } from './Proposal';
import { disputeQuery, type Dispute } from './queries';
import { SayForm } from './SayForm';
import { stateOf, toneOf } from './standing';
import { Thread } from './Thread';

export default function DisputePage() {
  const query = useQuery(disputeQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={query}>
        {(dispute) => <Sheet key={dispute.id} dispute={dispute} />}
      </QueryState>
    </Page>
  );
}

function Sheet({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { reader, others } = useNames(dispute);
  const can = (action: string) => dispute.actions.includes(action);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('list.title'), href: urls.disputes() }]}
        title={t('title', { title: dispute.title })}
        documentTitle={`${t('title', { title: dispute.title })}, ${others}`}
        aside={<StatusBadge tone={toneOf(dispute)}>{t(`state.${stateOf(dispute)}`)}</StatusBadge>}
        lead={
          <Facts
            items={[
              others,
              <>
                <Money value={dispute.at_stake} /> {t('atStake')}
              </>,
            ]}
          />
        }
        actions={<DisputeActs dispute={dispute} />}
      />
      <DisputeNow dispute={dispute} />
      {dispute.draft && <Draft dispute={dispute} draft={dispute.draft} />}
      <Columns aside={<About dispute={dispute} />}>
        {dispute.proposal && <Proposal dispute={dispute} proposal={dispute.proposal} />}
        <Section title={t('thread.title')}>
          <Thread dispute={dispute} />
          {can('say') && <SayForm id={dispute.id} />}
        </Section>
        {reader === 'operator' && <Exchanges dispute={dispute} />}
      </Columns>
    </>
  );
}
