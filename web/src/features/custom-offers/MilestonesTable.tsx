// The parts of an offer in their order: what each delivers, how long it takes, what it costs.
import { useTranslation } from 'react-i18next';
import { Money } from '@/ui/values';
import classes from './MilestonesTable.module.css';
import type { Terms } from './queries';

export type Milestone = Extract<Terms, { kind: 'milestones' }>['milestones'][number];

interface MilestonesTableProps {
  milestones: Milestone[];
  caption: string;
}

export function MilestonesTable({ milestones, caption }: MilestonesTableProps) {
  return (
    <ol className={classes.milestones} aria-label={caption}>
      {milestones.map((milestone, index) => (
        <Part key={index} milestone={milestone} />
      ))}
    </ol>
  );
}

function Part({ milestone }: { milestone: Milestone }) {
  const { t } = useTranslation('custom-offers');
  return (
    <li>
      <div className={classes.words}>
        <h3>{milestone.name}</h3>
        <p>{milestone.description}</p>
      </div>
      <p className={classes.figures}>
        <span>{t('days', { count: milestone.days })}</span>
        <strong>
          <Money value={milestone.gross} /> {t('gross')}
        </strong>
      </p>
    </li>
  );
}
