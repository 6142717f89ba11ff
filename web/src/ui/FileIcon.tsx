// What kind of file it is, at first sight.
import {
  IconFile,
  IconFileMusic,
  IconFileText,
  IconPhoto,
  IconTable,
  IconVideo,
} from '@tabler/icons-react';

interface FileIconProps {
  /** « application/pdf »; empty while it is not known. */
  media: string;
  className?: string | undefined;
}

export function FileIcon({ media, className }: FileIconProps) {
  const look = { className, size: 20, stroke: 1.75, 'aria-hidden': true };
  if (media.startsWith('image/')) return <IconPhoto {...look} />;
  if (media.startsWith('audio/')) return <IconFileMusic {...look} />;
  if (media.startsWith('video/')) return <IconVideo {...look} />;
  if (/csv|sheet/.test(media)) return <IconTable {...look} />;
  return media === '' ? <IconFile {...look} /> : <IconFileText {...look} />;
}
