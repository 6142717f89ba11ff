// A ruling that sends a large sum back: it waits for a second person of the operator's, who confirms it. The two sides
// do not hear of it until then.
import { useTranslation } from 'react-i18next';
import { AskingButton } from '@/ui/AskingButton';
import { Notice } from '@/ui/Notice';
import { Prose } from '@/ui/Prose';
import { DateText } from '@/ui/values';
import classes from './disputes.module.css';
import { useDisputeChanges, type Dispute } from './queries';
import { WayOutText } from './WayOutText';

interface DraftProps {
  dispute: Dispute;
  draft: NonNullable<Dispute['draft']>;
}

export function Draft({ dispute, draft }: DraftProps) {
  const { t } = useTranslation('disputes');
  const mayConfirm = dispute.actions.includes('confirm');
  return (
    <Notice tone="caution" title={t('draft.title')}>
      <div className={classes.draft}>
        <p>{t(mayConfirm ? 'draft.why' : 'draft.own')}</p>
        <p className={classes.quiet}>
          {draft.by ? t('draft.by', { name: draft.by }) : t('draft.bySomebody')}{' '}
          <DateText value={draft.at} as="day-time" />
        </p>
        <div>
          <WayOutText dispute={dispute} wayOut={draft.way_out} />
        </div>
        <blockquote className={classes.quoted}>
          <Prose>{draft.ruling}</Prose>
        </blockquote>
        {mayConfirm && <Confirm dispute={dispute} draft={draft} />}
      </div>
    </Notice>
  );
}

function Confirm({ dispute, draft }: DraftProps) {
  const { t } = useTranslation('disputes');
  const { confirm } = useDisputeChanges(dispute.id);
  return (
    <div className={classes.buttons}>
      <AskingButton
        primary
        label={t('confirm.button')}
        title={t('confirm.title')}
        confirmLabel={t('confirm.button')}
        consequences={[
          t(draft.way_out.kind === 'split' ? 'confirm.ends' : 'confirm.goesOn'),
          t('confirm.read'),
          t('confirm.final'),
        ]}
        onConfirm={confirm}
        done={t('confirm.done')}
      />
    </div>
  );
}
