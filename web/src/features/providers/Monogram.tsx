// A provider without a picture is drawn by its initials; the tint follows from the name.
import classes from './Monogram.module.css';

const TINTS = 5;

function initials(name: string): string {
  const words = name.split(/[\s'’-]+/).filter((word) => /^\p{L}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase())
    .join('');
}

function tint(name: string): number {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return sum % TINTS;
}

export function Monogram({ name, large }: { name: string; large?: boolean }) {
  return (
    <span
      className={classes.monogram}
      data-tint={tint(name)}
      data-large={large || undefined}
      aria-hidden
    >
      {initials(name)}
    </span>
  );
}
