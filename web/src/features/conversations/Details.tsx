// What one knows of a conversation beside what is said in it; a provider's team sorts it here.
import { Select } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTradeName } from '@/app/reference';
import { formatDate } from '@/lib/dates';
import { urls } from '@/lib/urls';
import { BareLink, Link } from '@/ui/Link';
import { DocumentTitle } from '@/ui/Page';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';
import classes from './Details.module.css';
import { nameOf } from './Face';
import { useKept } from './filters';
import type { Conversation } from './queries';
import { StateBadge } from './StateBadge';
import { teamQuery, useSorting } from './sorting';
import { TagsField } from './TagsField';

interface DetailsProps {
  conversation: Conversation;
  /** In the place of the thread: then its title is the page's. */
  inItsPlace: boolean;
}

export function Details({ conversation, inItsPlace }: DetailsProps) {
  const { t } = useTranslation('conversations');
  const locale = useLocale();
  const kept = useKept();
  const { counterpart, counterpart_kind: kind, counterpart_trade: trade } = conversation;
  const tradeName = useTradeName();
  const Title = inItsPlace ? 'h1' : 'h2';
  const may = (action: string) => conversation.actions.includes(action);
  return (
    <aside className={classes.details} aria-label={t('details.title')}>
      <header className={classes.head}>
        <BareLink
          href={urls.conversation(conversation.id, kept)}
          className={classes.back}
          aria-label={t('details.back')}
        >
          <IconArrowLeft size={22} stroke={1.75} aria-hidden />
        </BareLink>
        {inItsPlace && <DocumentTitle title={`${t('details.title')}, ${nameOf(conversation)}`} />}
        <Title className={classes.title}>{t('details.title')}</Title>
      </header>
      <div className={classes.body}>
        <div className={classes.field}>
          <p className={classes.name}>{nameOf(conversation)}</p>
          {trade && <p className={classes.soft}>{tradeName(trade)}</p>}
          <p className={classes.soft}>
            {t('details.since', { date: formatDate(conversation.created_at, locale) })}
          </p>
          <StateBadge conversation={conversation} />
          {kind === 'provider' && (
            <Link href={urls.provider(counterpart.handle)}>{t('thread.sheet')}</Link>
          )}
        </div>
        {may('tag') && <TagsField conversation={conversation} />}
        {may('assign') && <Assignee conversation={conversation} />}
      </div>
    </aside>
  );
}

const NOBODY = '';

function Assignee({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversations');
  const team = useQuery(teamQuery).data?.items ?? [];
  const { assign } = useSorting(conversation);
  const people = team.map(({ id, given_name, family_name, me }) => ({
    value: id,
    label: me ? t('assignee.me') : `${given_name} ${family_name}`,
  }));
  return (
    <div className={classes.field}>
      <Select
        label={t('assignee.label')}
        description={t('assignee.hint')}
        allowDeselect={false}
        value={conversation.assignee?.id ?? NOBODY}
        data={[{ value: NOBODY, label: t('assignee.nobody') }, ...people]}
        onChange={(id) => void assign(id || null).catch(toast.refused)}
      />
    </div>
  );
}
