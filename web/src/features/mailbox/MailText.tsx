// A mail's text with its links; those of this site open inside the application.
import { Fragment } from 'react';
import { Link } from '@/ui/Link';
import classes from './MailText.module.css';

const ADDRESS = /(https?:\/\/[^\s<>]+)/;

function inside(url: string): string {
  const { origin } = window.location;
  return url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
}

export function MailText({ text }: { text: string }) {
  const parts = text.split(ADDRESS);
  return (
    <div className={classes.text}>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <Link key={index} href={inside(part)}>
            {part}
          </Link>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </div>
  );
}
