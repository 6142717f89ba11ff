// Ideas by kind of event; each opens a tender already filled in (S1-182).
import { useTranslation } from 'react-i18next';
import { useTrades } from '@/app/reference';
import { useUrlFilters } from '@/app/url-state';
import { IDEAS, type IdeaKind } from '@/lib/ideas';
import { urls } from '@/lib/urls';
import { BareLink, ButtonLink } from '@/ui/Link';
import { Emblem } from '@/ui/emblem/Emblem';
import { Page, PageHeader } from '@/ui/Page';
import { Facts } from '@/ui/Rows';
import { EmptyState } from '@/ui/states';
import { TabLinks } from '@/ui/Tabs';
import classes from './IdeasPage.module.css';

const KINDS = [...new Set(IDEAS.map((idea) => idea.kind))];

const isKind = (value: string | undefined): value is IdeaKind =>
  KINDS.some((kind) => kind === value);

export default function IdeasPage() {
  const { t } = useTranslation('ideas');
  const asked = useUrlFilters().one('type');
  const kind = isKind(asked) ? asked : undefined;
  return (
    <Page>
      <PageHeader title={t('title')} description={t('description')} lead={t('lead')} />
      <Kinds current={kind} />
      <ul className={classes.ideas}>
        {IDEAS.filter((idea) => !kind || idea.kind === kind).map((idea) => (
          <IdeaItem key={idea.slug} idea={idea} />
        ))}
      </ul>
      <EmptyState
        drawing="programme"
        title={t('own.title')}
        action={
          <ButtonLink href={urls.newEvent()} variant="default">
            {t('own.action')}
          </ButtonLink>
        }
      >
        {t('own.text')}
      </EmptyState>
    </Page>
  );
}

function Kinds({ current }: { current: IdeaKind | undefined }) {
  const { t } = useTranslation('ideas');
  return (
    <TabLinks
      label={t('filter')}
      tabs={[
        { href: urls.inspiration, label: t('all'), current: !current },
        ...KINDS.map((kind) => ({
          href: `${urls.inspiration}?type=${kind}`,
          label: t(`kinds.${kind}`),
          current: kind === current,
        })),
      ]}
    />
  );
}

function IdeaItem({ idea }: { idea: (typeof IDEAS)[number] }) {
  const { t } = useTranslation('ideas');
  const trades = useTrades().data ?? [];
  const title = t(`items.${idea.slug}.title`);
  return (
    <li className={classes.idea}>
      <Emblem handle={idea.slug} trade={idea.trades[0] ?? ''} />
      <p className={classes.kind}>{t(`kinds.${idea.kind}`)}</p>
      <h2>{title}</h2>
      <p className={classes.pitch}>{t(`items.${idea.slug}.pitch`)}</p>
      <Facts
        items={idea.trades.map((slug) => trades.find((trade) => trade.slug === slug)?.name ?? null)}
      />
      <BareLink
        href={urls.newEvent({ idee: idea.slug })}
        className={classes.use}
        aria-label={t('useNamed', { title })}
      >
        {t('use')}
      </BareLink>
    </li>
  );
}
