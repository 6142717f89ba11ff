// Missions of before, as their provider tells them (S1-124).
import { useTranslation } from 'react-i18next';
import { smallPictureOf } from '@/api/files';
import { Section } from '@/ui/Page';
import { Prose } from '@/ui/Prose';
import classes from './Portfolio.module.css';
import type { Provider } from './queries';

export function Portfolio({ projects }: { projects: Provider['portfolio'] }) {
  const { t } = useTranslation('providers');
  if (projects.length === 0) return null;
  return (
    <Section title={t('sheet.portfolio')}>
      <ul className={classes.projects}>
        {projects.map((project, index) => (
          <Project key={index} project={project} />
        ))}
      </ul>
    </Section>
  );
}

function Project({ project }: { project: Provider['portfolio'][number] }) {
  const { title, year, description, photo } = project;
  return (
    <li className={classes.project}>
      {photo && (
        <img className="picture" src={smallPictureOf(photo.file)} alt={photo.alt} loading="lazy" />
      )}
      <div>
        <h3>{title}</h3>
        {year && <p className={classes.year}>{year}</p>}
      </div>
      {description && <Prose>{description}</Prose>}
    </li>
  );
}
