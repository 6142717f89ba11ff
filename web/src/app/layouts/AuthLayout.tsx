// Signing in and registering: one column to fill in, and the lamp that waits on the stage.
import { Outlet } from '@tanstack/react-router';
import { Drawing } from '@/ui/illustrations/Drawing';
import { Frame } from './Frame';
import { SiteFooter } from './SiteFooter';
import classes from './AuthLayout.module.css';

export function AuthLayout() {
  return (
    <Frame foot={<SiteFooter />}>
      <div className={classes.stage}>
        <Drawing name="lamp" width={120} />
        <div className={classes.card}>
          <Outlet />
        </div>
      </div>
    </Frame>
  );
}
