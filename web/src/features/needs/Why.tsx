// Why a provider was chosen, in a few words; what is paid for is named.
import { useTranslation } from 'react-i18next';
import classes from './needs.module.css';
import type { Match } from './queries';

type Reason = 'trade' | 'departement' | 'whole_france' | 'available' | 'within_budget' | 'vip_plus';

export function Why({ reasons }: Pick<Match, 'reasons'>) {
  const { t } = useTranslation('needs');
  const words = reasons.map(({ code }) => t(`reasons.${code as Reason}`));
  return (
    <p className={classes.why}>
      {t('reasons.why')} {words.join(', ')}.
    </p>
  );
}
