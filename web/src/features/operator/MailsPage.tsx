// Mails that no server took for two days. The cause is shown as the server said it; once it is gone, the mail
// is tried again.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { ActButton } from '@/ui/ActButton';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { DateText } from '@/ui/values';
import { mailsQuery, useActs, type GivenUpMail } from './queries';

export default function MailsPage() {
  const { t } = useTranslation('operator');
  const list = useInfiniteQuery(mailsQuery);
  return (
    <Page>
      <PageHeader title={t('mails.title')} lead={t('mails.lead')} />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={<EmptyState title={t('mails.empty')}>{t('mails.emptyText')}</EmptyState>}
      >
        {(mails) => (
          <Rows label={t('mails.title')}>
            {mails.map((mail) => (
              <MailRow key={mail.id} mail={mail} />
            ))}
          </Rows>
        )}
      </ListState>
    </Page>
  );
}

function MailRow({ mail }: { mail: GivenUpMail }) {
  const { t } = useTranslation('operator');
  return (
    <Row
      title={mail.subject}
      facts={[
        mail.recipient,
        <>
          {t('mails.written')} <DateText value={mail.created_at} as="short" />
        </>,
        t('mails.attempts', { count: mail.attempts }),
      ]}
      actions={mail.actions.includes('retry') && <Retry mail={mail} />}
    >
      {mail.last_error && (
        <p>
          <code>{mail.last_error}</code>
        </p>
      )}
    </Row>
  );
}

function Retry({ mail }: { mail: GivenUpMail }) {
  const { t } = useTranslation('operator');
  const { retryMail } = useActs();
  const { id, recipient } = mail;
  async function retry() {
    await retryMail(id);
    toast.done(t('mails.retried', { recipient }));
  }
  return (
    <ActButton size="compact-md" aria-label={t('mails.retryFor', { recipient })} onAct={retry}>
      {t('mails.retry')}
    </ActButton>
  );
}
