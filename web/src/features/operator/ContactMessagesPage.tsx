// What people wrote (S4-022): those that wait in the order in which they came, the others the newest first.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useUrlFilters } from '@/app/url-state';
import { urls, withQuery } from '@/lib/urls';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { TabLinks } from '@/ui/Tabs';
import { DateText } from '@/ui/values';
import { contactMessagesQuery, type ContactMessageCard } from './queries';
import { CONTACT_STATES, oneOf, type ContactTopic } from './words';

export default function ContactMessagesPage() {
  const { t } = useTranslation('operator');
  const state = oneOf(CONTACT_STATES, useUrlFilters().one('state')) ?? 'open';
  const list = useInfiniteQuery(contactMessagesQuery(state));
  return (
    <Page>
      <PageHeader title={t('messages.title')} lead={t('messages.lead')} />
      <TabLinks
        label={t('messages.tabs')}
        tabs={CONTACT_STATES.map((one) => ({
          href: withQuery(urls.operatorMessages, { state: one === 'open' ? null : one }),
          label: t(`contactStates.${one}`),
          current: one === state,
        }))}
      />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={
          <EmptyState title={t(`messages.none.${state}`)} drawing="letter">
            {state === 'open' && t('messages.noneText')}
          </EmptyState>
        }
      >
        {(messages) => (
          <Rows label={t(`contactStates.${state}`)}>
            {messages.map((message) => (
              <MessageRow key={message.id} message={message} />
            ))}
          </Rows>
        )}
      </ListState>
    </Page>
  );
}

function MessageRow({ message }: { message: ContactMessageCard }) {
  const { t } = useTranslation('operator');
  return (
    <Row
      title={message.subject}
      href={urls.operatorMessage(message.id)}
      facts={[
        message.name,
        t(`contactTopics.${message.topic as ContactTopic}`),
        <>
          {t('messages.sent')} <DateText value={message.sent_at} as="short" />
        </>,
        message.ended_at && (
          <>
            {t(`messages.ended.${message.state as 'answered'}`)}{' '}
            <DateText value={message.ended_at} as="short" />
          </>
        ),
      ]}
    />
  );
}
