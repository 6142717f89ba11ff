// The files that go with a message while it is written.
import { useTranslation } from 'react-i18next';
import type { SentFile } from '@/api/files';
import { useUploads, type Uploads } from '@/api/useUploads';

/** As the API bounds them. */
export const MOST_FILES = 5;

interface Options {
  initial: SentFile[];
  /** Told whenever other files are there than before. */
  onChange: (files: SentFile[]) => void;
}

export function useAttachments(options: Options): Uploads {
  const { t } = useTranslation('ui');
  return useUploads({
    ...options,
    most: MOST_FILES,
    words: {
      tooLarge: t('files.tooLarge'),
      tooMany: t('files.tooMany', { count: MOST_FILES }),
      network: t('error.network'),
    },
  });
}
