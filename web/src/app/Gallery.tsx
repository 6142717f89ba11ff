// What a service or the work of a provider looks like: one photo at a time, the others beneath it to choose from.
import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { smallPictureOf } from '@/api/files';
import type { components } from '@/api/schema.gen';
import classes from './Gallery.module.css';

interface GalleryProps {
  photos: components['schemas']['PhotoView'][];
  /** Whose photos they are, in words. */
  label: string;
}

export function Gallery({ photos, label }: GalleryProps) {
  const { t } = useTranslation('app');
  const [place, setPlace] = useState(0);
  const shown = photos[place] ?? photos[0];
  if (!shown) return null;
  return (
    <section className={classes.gallery} aria-label={label}>
      <img key={shown.file} className="picture" src={shown.content} alt={shown.alt} />
      {photos.length > 1 && (
        <ul className={classes.others}>
          {photos.map(({ file, alt }, index) => (
            <li key={file}>
              <UnstyledButton
                className={classes.choice}
                aria-label={t('photos.choose', { number: index + 1, alt })}
                aria-pressed={index === place}
                onClick={() => setPlace(index)}
              >
                <img className="picture" src={smallPictureOf(file)} alt="" loading="lazy" />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
