// Photos on their way into a form, refused in the reader's words.
import { useTranslation } from 'react-i18next';
import { useUploads, type Uploads } from '@/api/useUploads';

interface Options {
  most: number;
  /** How many the form holds already. */
  present: number;
  /** Told the id of each as soon as it is there. */
  onSent: (file: string) => void;
}

export function usePhotoUploads({ most, present, onSent }: Options): Uploads {
  const { t } = useTranslation('ui');
  return useUploads({
    most: most - present,
    words: {
      tooLarge: t('files.tooLarge'),
      tooMany: t('files.tooMany', { count: most }),
      network: t('error.network'),
    },
    onSent: ({ id }) => onSent(id),
  });
}
