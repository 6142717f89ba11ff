// A way out in words: the mission goes on, or it ends and each gets its part.
import { useTranslation } from 'react-i18next';
import { Money } from '@/ui/values';
import { useNames } from './people';
import type { Dispute, WayOut } from './queries';
import classes from './disputes.module.css';

interface WayOutTextProps {
  dispute: Dispute;
  wayOut: WayOut;
}

export function WayOutText({ dispute, wayOut }: WayOutTextProps) {
  const { t } = useTranslation('disputes');
  const { called, named, reader } = useNames(dispute);
  const { released } = wayOut;
  if (!released) return <p>{t('wayOut.goOn')}</p>;
  const rest = { ...released, amount: dispute.at_stake.amount - released.amount };
  const part = (side: 'client' | 'provider') => (side === reader ? called(side) : named[side]);
  return (
    <>
      <p>{t('wayOut.split')}</p>
      <dl className={classes.parts}>
        <div>
          <dt>{t('wayOut.providerPart', { name: part('provider') })}</dt>
          <dd>
            <Money value={released} />
          </dd>
        </div>
        <div>
          <dt>{t('wayOut.clientPart', { name: part('client') })}</dt>
          <dd>
            <Money value={rest} />
          </dd>
        </div>
      </dl>
    </>
  );
}
