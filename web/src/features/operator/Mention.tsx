// Things that a sentence names. The log knows ids; their names are read, once each, as they are shown.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { urls } from '@/lib/urls';
import { Link } from '@/ui/Link';
import { barsQuery, namesQuery, tenderNameQuery } from './queries';
import type { MentionName } from './fact';

export function Mention({ name, id }: { name: MentionName; id: string }) {
  switch (name) {
    case 'tender':
      return <TenderMention id={id} />;
    case 'bar':
      return <BarMention id={id} />;
    default:
      return <OrganizationMention id={id} />;
  }
}

function OrganizationMention({ id }: { id: string }) {
  const { t } = useTranslation('operator');
  const { data } = useQuery(namesQuery(id));
  return (
    <Link href={urls.operatorOrganization(id)}>
      {data?.organization.name ?? t('mention.organization')}
    </Link>
  );
}

function TenderMention({ id }: { id: string }) {
  const { t } = useTranslation('operator');
  const { data } = useQuery(tenderNameQuery(id));
  if (!data) return t('mention.tender');
  return (
    <Link href={urls.tender(data.slug || id)}>{t('mention.title', { title: data.title })}</Link>
  );
}

/** A bar that was lifted is in no list any more. */
function BarMention({ id }: { id: string }) {
  const { t } = useTranslation('operator');
  const bars = useInfiniteQuery(barsQuery(undefined));
  const bar = itemsOf(bars.data).find((one) => one.id === id);
  return <Link href={urls.operatorBars}>{bar?.value ?? t('mention.bar')}</Link>;
}

/** Who acted: an account is known among the people of the organization it acted for. */
export function Person({ account, organization }: { account: string; organization: string }) {
  const { data } = useQuery(namesQuery(organization));
  const person = data?.accounts.find(({ id }) => id === account);
  if (person) return `${person.given_name} ${person.family_name}`;
  return data?.organization.name ?? '…';
}
