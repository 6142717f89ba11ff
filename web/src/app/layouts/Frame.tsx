// The bones that all layouts share: skip link, header, main, and the reader's place after a change of
// page (focus goes to the new content, as after a full page load).
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePath } from '../url-state';
import { SiteHeader } from './SiteHeader';
import classes from './Frame.module.css';

interface FrameProps {
  children: ReactNode;
  /** Beside the content on large screens. */
  rail?: ReactNode;
  /** Under everything. */
  foot?: ReactNode;
  /** The content sets its own width and spacing. */
  bleed?: boolean;
}

export function Frame({ children, rail, foot, bleed = false }: FrameProps) {
  const { t } = useTranslation('ui');
  const main = useRef<HTMLElement>(null);
  const path = usePath();
  const previous = useRef(path);
  useEffect(() => {
    if (previous.current !== path && !window.location.hash) {
      main.current?.focus({ preventScroll: true });
    }
    previous.current = path;
  }, [path]);
  return (
    <>
      <a href="#contenu" className={classes.skip}>
        {t('skip')}
      </a>
      <SiteHeader wide={rail !== undefined} />
      <div className={rail ? classes.withRail : classes.plain}>
        {rail}
        <main
          id="contenu"
          ref={main}
          tabIndex={-1}
          className={bleed ? classes.bleed : classes.main}
        >
          {children}
        </main>
      </div>
      {foot}
    </>
  );
}
