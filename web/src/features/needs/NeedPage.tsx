// A need that was sent: what it says, with whom it went to and where it stands with each.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePathParam } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { Page, PageHeader, Section } from '@/ui/Page';
import { Facts, Row, Rows } from '@/ui/Rows';
import { QueryState } from '@/ui/states';
import { StatusBadge, type Tone } from '@/ui/StatusBadge';
import { DateText } from '@/ui/values';
import { useSummary } from './NeedSummary';
import classes from './needs.module.css';
import { needQuery, type Need, type Recipient, type RecipientState } from './queries';
import { Why } from './Why';

const TONES: Record<RecipientState, Tone> = {
  waiting: 'waiting',
  answered: 'positive',
  declined: 'quiet',
  blocked: 'quiet',
};

export default function NeedPage() {
  const need = useQuery(needQuery(usePathParam('id')));
  return (
    <Page>
      <QueryState page query={need}>
        {(data) => <Sheet need={data} />}
      </QueryState>
    </Page>
  );
}

function Sheet({ need }: { need: Need }) {
  const { t } = useTranslation('needs');
  const summary = useSummary();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('list.title'), href: urls.needs }]}
        title={need.title}
        lead={<Facts items={summary(need)} />}
      />
      <Section title={t('one.recipients')} lead={t('one.recipientsLead')}>
        <Rows>
          {need.recipients.map((recipient) => (
            <RecipientRow key={recipient.provider.id} recipient={recipient} />
          ))}
        </Rows>
      </Section>
      <Section title={t('one.words')}>
        <p className={classes.words}>{need.description}</p>
        <p className={classes.why}>
          {t('one.sent')} <DateText value={need.sent_at} as="day-time" />
        </p>
      </Section>
    </>
  );
}

function RecipientRow({ recipient }: { recipient: Recipient }) {
  const { t } = useTranslation('needs');
  const { provider, service } = recipient;
  const state = recipient.state as RecipientState;
  const name = provider.name ?? provider.handle;
  return (
    <Row
      title={name}
      facts={[
        service?.slug ? (
          <Link href={urls.service(service.slug)}>{service.title}</Link>
        ) : (
          service?.title
        ),
      ]}
      status={<StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>}
      actions={
        <Link href={urls.conversation(recipient.conversation)}>
          {t('one.conversation')}
          <span className="visually-hidden"> {t('one.with', { name })}</span>
        </Link>
      }
    >
      <Why reasons={recipient.reasons} />
    </Row>
  );
}
