// Where a dispute stands, in one sentence: what waits for whom, or how it came out.
import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice';
import { Countdown } from '@/ui/values';
import { useNames } from './people';
import type { Dispute } from './queries';
import { isDrafted, isOver, stateOf } from './standing';
import { WayOutText } from './WayOutText';

export function DisputeNow({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { reader } = useNames(dispute);
  const state = stateOf(dispute);
  const who = reader === 'operator' ? 'operator' : 'side';
  // What waits for a second person is told for itself.
  if (isDrafted(dispute)) return null;
  if (isOver(dispute)) {
    return (
      <Notice title={t(`over.${state as 'ruled'}`)}>
        {dispute.outcome ? <WayOutText dispute={dispute} wayOut={dispute.outcome} /> : t('ended')}
      </Notice>
    );
  }
  return (
    <Notice tone={state === 'open' ? 'info' : 'caution'}>
      <p>{t(`now.${state as 'open'}.${who}`)}</p>
      {state === 'open' && (
        <p>
          {t('now.alone')}{' '}
          <strong>
            <Countdown until={dispute.escalates_at} />
          </strong>
          .
        </p>
      )}
    </Notice>
  );
}
