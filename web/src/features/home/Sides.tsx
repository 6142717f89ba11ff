// The advantages for each side of the stage (S1-181), with the paid options for providers (S1-184).
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { ButtonLink } from '@/ui/Link';
import type { ReactNode } from 'react';
import classes from './Sides.module.css';

const CLIENT = ['free', 'match', 'search', 'reviews', 'messages', 'progress'] as const;
const PROVIDER = ['mail', 'area', 'directory', 'answer', 'reviews', 'plus'] as const;

export function Sides() {
  const { t } = useTranslation('home');
  return (
    <section className={classes.sides} aria-label={t('sides.title')}>
      <Side
        side={t('sides.client.side')}
        title={t('sides.client.title')}
        points={CLIENT.map((point) => t(`sides.client.points.${point}`))}
        action={
          <ButtonLink href={urls.registerClient} variant="default">
            {t('sides.client.action')}
          </ButtonLink>
        }
      />
      <Side
        side={t('sides.provider.side')}
        title={t('sides.provider.title')}
        points={PROVIDER.map((point) => t(`sides.provider.points.${point}`))}
        action={
          <ButtonLink href={urls.plans} variant="default">
            {t('sides.provider.action')}
          </ButtonLink>
        }
      />
    </section>
  );
}

interface SideProps {
  side: string;
  title: string;
  points: string[];
  action: ReactNode;
}

function Side({ side, title, points, action }: SideProps) {
  return (
    <div className={classes.side}>
      <p className={classes.name}>{side}</p>
      <h2>{title}</h2>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {action}
    </div>
  );
}
