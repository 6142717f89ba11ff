// The house's mark: an E that is also the steps of a riser, with somebody about to go up.
import classes from './Logo.module.css';

export function LogoMark({ size = 28 }: { size?: number }) {
  return (
    <svg className={classes.mark} width={size} height={size} viewBox="0 0 28 28" aria-hidden>
      <path d="M5 4v20M5 4h6.5M5 14h12M5 24h18.5" />
      <circle cx="20.5" cy="6.5" r="3.25" />
    </svg>
  );
}

export function Logo() {
  return (
    <span className={classes.logo}>
      <LogoMark />
      <span>Estrade</span>
    </span>
  );
}
