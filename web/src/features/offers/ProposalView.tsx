// What a version of an offer says: its messages, then its price.
import { useTranslation } from 'react-i18next';
import { LinesTable } from '@/ui/LinesTable';
import { Prose } from '@/ui/Prose';
import type { OfferLine, OfferTotals } from './queries';
import classes from './ProposalView.module.css';

interface ProposalViewProps {
  proposal: {
    public_message: string;
    private_message: string;
    lines: OfferLine[];
    totals: OfferTotals;
  };
}

export function ProposalView({ proposal }: ProposalViewProps) {
  const { t } = useTranslation('offers');
  const { t: ui } = useTranslation('ui');
  return (
    <div className={classes.proposal}>
      <Message label={t('message.public')} text={proposal.public_message} />
      {proposal.private_message && (
        <Message label={t('message.private')} text={proposal.private_message} />
      )}
      <LinesTable caption={ui('lines.caption')} lines={proposal.lines} totals={proposal.totals} />
    </div>
  );
}

function Message({ label, text }: { label: string; text: string }) {
  return (
    <div className={classes.message}>
      <h3>{label}</h3>
      <Prose>{text}</Prose>
    </div>
  );
}
