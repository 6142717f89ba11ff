// What waits, as a list of numbers: the number is what the eye looks for, the whole line is the link.
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BareLink } from '@/ui/Link';
import classes from './TodoLines.module.css';
import type { Line } from './waiting';

export function TodoLines({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('dashboard');
  return (
    <ul className={classes.lines} aria-label={t('lead')}>
      {lines.map(({ name, count, href, urgent }) => (
        <li key={name}>
          <BareLink href={href} data-urgent={urgent || undefined}>
            <span className={classes.count}>{count}</span>{' '}
            <span className={classes.words}>{t(`rows.${name}`, { count })}</span>
            <IconChevronRight size={20} stroke={1.75} aria-hidden />
          </BareLink>
        </li>
      ))}
    </ul>
  );
}
