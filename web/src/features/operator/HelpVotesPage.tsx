// Which articles of the help were of use (S2-045): those that helped least come first, for they are to be written
// anew.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { QueryState } from '@/ui/states';
import { helpVotesQuery, type HelpVotes } from './queries';

export default function HelpVotesPage() {
  const { t } = useTranslation('operator');
  const query = useQuery(helpVotesQuery);
  return (
    <Page>
      <PageHeader title={t('helpVotes.title')} lead={t('helpVotes.lead')} />
      <QueryState query={query}>
        {({ items }) => (
          <Rows label={t('helpVotes.title')}>
            {[...items]
              .sort((one, other) => other.not_helpful - one.not_helpful)
              .map((votes) => (
                <ArticleRow key={votes.article} votes={votes} />
              ))}
          </Rows>
        )}
      </QueryState>
    </Page>
  );
}

function ArticleRow({ votes }: { votes: HelpVotes }) {
  const { t } = useTranslation('operator');
  const { article, helpful, not_helpful: notHelpful } = votes;
  const answers = helpful + notHelpful;
  return (
    <Row
      title={useArticleTitle(article)}
      href={urls.help(article)}
      facts={[
        answers === 0 && t('helpVotes.none'),
        answers > 0 && t('helpVotes.yes', { number: helpful }),
        answers > 0 && t('helpVotes.no', { number: notHelpful }),
      ]}
      status={
        answers > 0 && (
          <span className="tabular">
            {t('helpVotes.share', { percent: Math.round((100 * helpful) / answers) })}
          </span>
        )
      }
    />
  );
}

/** As the help page has it. */
function useArticleTitle(article: string): string {
  const { t } = useTranslation('help');
  const chapters = t('parts', { returnObjects: true }).flatMap((part) => part.chapters);
  return chapters.find(({ anchor }) => anchor === article)?.title ?? article;
}
