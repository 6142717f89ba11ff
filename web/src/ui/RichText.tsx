// Long texts kept as plain strings: paragraphs, with links written [like this](/aide).
import { Fragment } from 'react';
import { Link } from './Link';

const LINK = /\[([^\]]+)\]\(([^)]+)\)/;

/** One line of text with its links. */
export function RichLine({ text }: { text: string }) {
  // Split by a pattern with two groups: text, label, address, text, label, address, text…
  const parts = text.split(LINK);
  return parts.map((part, index) => {
    if (index % 3 === 2) return null;
    if (index % 3 === 0) return <Fragment key={index}>{part}</Fragment>;
    return (
      <Link key={index} href={parts[index + 1] ?? ''}>
        {part}
      </Link>
    );
  });
}

export function RichText({ paragraphs }: { paragraphs: readonly string[] }) {
  return paragraphs.map((text) => (
    <p key={text}>
      <RichLine text={text} />
    </p>
  ));
}

/** The addresses a text links to, for tests that look for dead ends. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(new RegExp(LINK, 'g'))].map((match) => match[2] ?? '');
}
