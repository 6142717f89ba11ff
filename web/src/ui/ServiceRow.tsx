// A service in a list: what it looks like, what it is, who sells it, from which price. Without a photograph it is
// drawn.
import { useTranslation } from 'react-i18next';
import type { MoneyValue } from '@/lib/money';
import { urls } from '@/lib/urls';
import { Emblem } from './emblem/Emblem';
import { Row } from './Rows';
import classes from './ServiceRow.module.css';
import { Stars } from './Stars';
import { Money } from './values';

export interface ShownService {
  slug: string;
  title: string;
  trade: string;
  excerpt: string;
  price_from: MoneyValue;
  delivery_days: number;
  photo?: { content: string; alt: string } | null;
  provider: {
    handle: string;
    name: string;
    town: string;
    rating: { average?: number | null; count: number };
    is_new: boolean;
  };
}

interface ServiceRowProps {
  service: ShownService;
  /** Its trade, in words. */
  trade: string;
  /** On its provider's own sheet, who sells it goes without saying. */
  ofProvider?: boolean;
}

export function ServiceRow({ service, trade, ofProvider = false }: ServiceRowProps) {
  const { t } = useTranslation('ui');
  const { provider } = service;
  const who = ofProvider
    ? []
    : [
        `${provider.name}, ${provider.town}`,
        !provider.is_new && (
          <Stars value={provider.rating.average ?? null} count={provider.rating.count} />
        ),
      ];
  return (
    <Row
      lead={<Picture service={service} />}
      title={service.title}
      href={urls.service(service.slug)}
      facts={[trade, ...who, t('service.days', { count: service.delivery_days })]}
      status={<PriceFrom price={service.price_from} />}
    >
      <p className={classes.excerpt}>{service.excerpt}</p>
    </Row>
  );
}

function Picture({ service: { photo, provider, trade } }: { service: ShownService }) {
  if (!photo) return <Emblem handle={provider.handle} trade={trade} />;
  return (
    <img
      className={classes.photo}
      src={`${photo.content}&small=true`}
      alt={photo.alt}
      loading="lazy"
      width={640}
      height={640}
    />
  );
}

/** « à partir de 450 € » */
export function PriceFrom({ price }: { price: MoneyValue }) {
  const { t } = useTranslation('ui');
  return (
    <span className={classes.price}>
      {t('service.from')}{' '}
      <strong>
        <Money value={price} cents="auto" />
      </strong>
    </span>
  );
}
