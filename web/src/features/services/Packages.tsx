// Up to three ready-made forms of a service, beside each other.
import { useTranslation } from 'react-i18next';
import { Prose } from '@/ui/Prose';
import { Facts } from '@/ui/Rows';
import { Money } from '@/ui/values';
import classes from './Packages.module.css';
import type { Service } from './queries';
import { useRevisions } from './words';

export function Packages({ packages }: Pick<Service, 'packages'>) {
  const { t } = useTranslation('services');
  const revisions = useRevisions();
  return (
    <ul className={classes.packages}>
      {packages.map((one, place) => (
        <li key={place} className={classes.package}>
          <h3>{one.name}</h3>
          <p className={classes.price}>
            <Money value={one.price} cents="auto" />
          </p>
          {one.description && <Prose>{one.description}</Prose>}
          <Facts items={[t('page.days', { count: one.delivery_days }), revisions(one)]} />
        </li>
      ))}
    </ul>
  );
}
