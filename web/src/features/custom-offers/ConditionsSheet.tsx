// What is agreed beside the price.
import { useTranslation } from 'react-i18next';
import { DataList } from '@/ui/DataList';
import classes from './ConditionsSheet.module.css';
import type { Version } from './queries';

type Conditions = Pick<Version, 'revisions' | 'questions' | 'deposit_percent' | 'settlement'>;

/** « 2 par livraison », « aucune », « illimitées ». */
export function useRevisionsText(): (revisions: number | null | undefined) => string {
  const { t } = useTranslation('custom-offers');
  return (revisions) => {
    if (revisions === null || revisions === undefined) return t('conditions.unlimited');
    if (revisions === 0) return t('conditions.noRevisions');
    return t('conditions.revisionsOf', { count: revisions });
  };
}

export function useDepositText(): (percent: number | null | undefined) => string {
  const { t } = useTranslation('custom-offers');
  return (percent) =>
    percent ? t('conditions.depositOf', { percent }) : t('conditions.noDeposit');
}

export function ConditionsSheet({ conditions }: { conditions: Conditions }) {
  const { t } = useTranslation('custom-offers');
  const { questions } = conditions;
  const deposit = useDepositText()(conditions.deposit_percent);
  const held = conditions.settlement === 'held';
  return (
    <DataList
      items={[
        { label: t('conditions.revisions'), value: useRevisionsText()(conditions.revisions) },
        {
          label: t('conditions.questions'),
          value:
            questions.length > 0 ? (
              <Asked questions={questions} />
            ) : (
              t(held ? 'conditions.noQuestionsHeld' : 'conditions.noQuestions')
            ),
        },
        // What is held is paid in advance in full.
        ...(held ? [] : [{ label: t('conditions.deposit'), value: deposit }]),
        {
          label: t('conditions.settlement'),
          value: t(held ? 'conditions.held' : 'conditions.direct'),
        },
      ]}
    />
  );
}

function Asked({ questions }: Pick<Conditions, 'questions'>) {
  const { t } = useTranslation('custom-offers');
  return (
    <ol className={classes.asked}>
      {questions.map(({ text, mandatory }, index) => (
        <li key={index}>
          {text} <span>({t(mandatory ? 'conditions.mandatory' : 'conditions.optional')})</span>
        </li>
      ))}
    </ol>
  );
}
