// What a service looks like: one photo at a time, the others beneath it to choose from.
import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { smallPictureOf } from '@/api/files';
import type { Service } from './queries';
import classes from './Gallery.module.css';

export function Gallery({ photos }: { photos: Service['photos'] }) {
  const { t } = useTranslation('services');
  const [place, setPlace] = useState(0);
  const shown = photos[place] ?? photos[0];
  if (!shown) return null;
  return (
    <section className={classes.gallery} aria-label={t('page.photos')}>
      <img key={shown.file} className={classes.shown} src={shown.content} alt={shown.alt} />
      {photos.length > 1 && (
        <ul className={classes.others}>
          {photos.map(({ file, alt }, index) => (
            <li key={file}>
              <UnstyledButton
                className={classes.choice}
                aria-label={t('page.photo', { number: index + 1, alt })}
                aria-pressed={index === place}
                onClick={() => setPlace(index)}
              >
                <img src={smallPictureOf(file)} alt="" loading="lazy" />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
