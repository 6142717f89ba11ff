// Where a provider may be followed, each network by its name (S1-127).
import { Link } from '@/ui/Link';
import type { Provider } from './queries';
import classes from './SocialLinks.module.css';

/** Names, the same in every language. */
const NETWORKS: Record<string, string> = {
  instagram: 'Instagram',
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  vimeo: 'Vimeo',
  pinterest: 'Pinterest',
  soundcloud: 'SoundCloud',
  spotify: 'Spotify',
};

export function SocialLinks({ links }: { links: Provider['social_links'] }) {
  return (
    <ul className={classes.links}>
      {links.map(({ network, url }) => (
        <li key={network}>
          <Link href={url} rel="noopener" target="_blank">
            {NETWORKS[network] ?? network}
          </Link>
        </li>
      ))}
    </ul>
  );
}
