// The place of a banner on a page: one advertisement, said to be one, or nothing at all. It stands where nothing is
// pushed away when it arrives. Pages and banners are counted; whoever looks is not known.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import classes from './Banner.module.css';

type Placement = 'home' | 'directory' | 'tenders' | 'tender' | 'provider';

interface BannerProps {
  placement: Placement;
  /** The one that the page is about; without one the server takes the reader's own, if it declared any. */
  departement?: string | null | undefined;
}

export function Banner({ placement, departement }: BannerProps) {
  const { t } = useTranslation('app');
  const { data, isFetched } = useQuery({
    queryKey: ['banners', placement, departement ?? null],
    queryFn: () => {
      const query = { placement, departement: departement ?? undefined };
      return unwrap(api.GET('/v1/banners', { params: { query } }));
    },
    // One turn of those that share a place; and a page without its advertisement is no worse.
    staleTime: 60_000,
    retry: false,
  });
  const banner = data?.banner;
  useCounted(isFetched, placement, banner?.id);
  if (!banner) return null;
  const { image } = banner;
  return (
    <aside className={classes.banner} aria-label={t('banner.label')}>
      <p className={classes.label} aria-hidden>
        {t('banner.label')}
      </p>
      <a
        href={banner.link}
        rel="sponsored noopener"
        target="_blank"
        onClick={() => countClick(banner.id)}
      >
        <img src={image.content} alt={banner.title} width={image.width} height={image.height} />
      </a>
    </aside>
  );
}

/** Once for each page that is shown, with the banner that it shows. */
function useCounted(known: boolean, placement: Placement, banner: string | undefined) {
  useEffect(() => {
    if (known) quietly(api.POST('/v1/page-views', { body: { placement, banner } }));
  }, [known, placement, banner]);
}

function countClick(id: string) {
  quietly(api.POST('/v1/banners/{id}/click', { params: { path: { id } }, body: {} }));
}

/** What is not counted is no matter to whoever looks. */
function quietly(counting: Promise<unknown>) {
  void counting.catch(() => undefined);
}
