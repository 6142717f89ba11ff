// The way out that waits for the other side: it takes it, or proposes another.
import { useTranslation } from 'react-i18next';
import { AskingButton } from '@/ui/AskingButton';
import { Section } from '@/ui/Page';
import { RelativeTime } from '@/ui/values';
import classes from './disputes.module.css';
import { useNames } from './people';
import { useDisputeChanges, type Dispute, type Side } from './queries';
import { WayOutText } from './WayOutText';

interface ProposalProps {
  dispute: Dispute;
  proposal: NonNullable<Dispute['proposal']>;
}

export function Proposal({ dispute, proposal }: ProposalProps) {
  const { t } = useTranslation('disputes');
  const { reader, named } = useNames(dispute);
  const { agree } = useDisputeChanges(dispute.id);
  const by = proposal.by as Side;
  const name = named[by];
  const ends = proposal.way_out.kind === 'split';
  return (
    <Section title={by === reader ? t('proposal.yours') : t('proposal.theirs', { name })}>
      <div className={classes.proposal}>
        <WayOutText dispute={dispute} wayOut={proposal.way_out} />
        <p className={classes.quiet}>
          <RelativeTime value={proposal.at} />
          {by === reader && `, ${t('proposal.waits')}`}
        </p>
        {dispute.actions.includes('agree') && (
          <div className={classes.buttons}>
            <AskingButton
              primary
              label={t('agree.button')}
              title={t('agree.title')}
              confirmLabel={t('agree.button')}
              consequences={[
                t(ends ? 'agree.ends' : 'agree.goesOn'),
                t('agree.over'),
                t('agree.final'),
              ]}
              onConfirm={agree}
              done={t('agree.done')}
            />
          </div>
        )}
      </div>
    </Section>
  );
}
