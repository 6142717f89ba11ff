// The people of an organization, and barring their address at once.
import { useTranslation } from 'react-i18next';
import { Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { DateText } from '@/ui/values';
import { ActModal } from '@/ui/ActModal';
import { AccountBadge } from './badges';
import { BarForm } from './BarForm';
import type { Account, Operated } from './queries';
import type { Role } from './words';

export function Members({ operated }: { operated: Operated }) {
  const { t } = useTranslation('operator');
  return (
    <Section title={t('members.title')}>
      <Rows label={t('members.title')}>
        {operated.accounts.map((account) => (
          <MemberRow key={account.id} account={account} />
        ))}
      </Rows>
    </Section>
  );
}

function MemberRow({ account }: { account: Account }) {
  const { t } = useTranslation('operator');
  const barrable = account.state !== 'erased' && account.organization.kind !== 'operator';
  return (
    <Row
      title={`${account.given_name} ${account.family_name}`}
      facts={[
        account.email,
        t(`roles.${account.role as Role}`),
        <>
          {t('accounts.since')} <DateText value={account.created_at} as="short" />
        </>,
        account.registered_ip && t('members.from', { ip: account.registered_ip }),
      ]}
      status={<AccountBadge state={account.state} />}
      actions={
        barrable && (
          <ActModal
            size="compact-md"
            label={t('members.bar')}
            aria-label={t('members.barFor', { email: account.email })}
            title={t('bars.add')}
          >
            {(close) => <BarForm given={{ kind: 'email', value: account.email }} onDone={close} />}
          </ActModal>
        )
      }
    />
  );
}
