// What a person typed in several lines, as it was typed.
import classes from './Prose.module.css';

export function Prose({ children }: { children: string }) {
  return <p className={classes.prose}>{children}</p>;
}
