// Two versions of an offer side by side; which two is in the address. What changed is marked by a word and,
// within its text, as taken out or put in: never by colour alone.
import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useUrlFilters } from '@/app/url-state';
import { formatDate } from '@/lib/dates';
import { Section } from '@/ui/Page';
import { ListState } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { useLocale } from '@/ui/values';
import { differencesOf, type Difference } from './difference';
import { FacetValue } from './FacetValue';
import { versionsQuery, type CustomOffer, type Version } from './queries';
import classes from './Versions.module.css';

export function Versions({ offer }: { offer: CustomOffer }) {
  const { t } = useTranslation('custom-offers');
  const list = useInfiniteQuery(versionsQuery(offer.id));
  return (
    <Section title={t('versions.title')} lead={t('versions.lead')}>
      <ListState list={list} items={itemsOf(list.data)} empty={null}>
        {(versions) => <Comparison versions={versions} />}
      </ListState>
    </Section>
  );
}

/** The two named in the address, or else the last two. */
function useChosen(versions: Version[]): [Version | undefined, Version | undefined] {
  const filters = useUrlFilters();
  const named = (name: string, place: number) =>
    versions.find(({ number }) => String(number) === filters.one(name)) ??
    versions[Math.min(place, versions.length - 1)];
  return [named('avant', 1), named('apres', 0)];
}

function Comparison({ versions }: { versions: Version[] }) {
  const { t } = useTranslation('custom-offers');
  const [older, newer] = useChosen(versions);
  if (!older || !newer) return null;
  const differences = differencesOf(older, newer);
  const count = differences.filter(({ changed }) => changed).length;
  return (
    <div className={classes.comparison}>
      <div className={classes.choice}>
        <Pick versions={versions} label={t('versions.before')} name="avant" version={older} />
        <Pick versions={versions} label={t('versions.after')} name="apres" version={newer} />
      </div>
      <p aria-live="polite">
        {count > 0 ? t('versions.changes', { count }) : t('versions.noChanges')}
      </p>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('versions.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('versions.point')}</th>
            <th scope="col">{t('version', { number: older.number })}</th>
            <th scope="col">{t('version', { number: newer.number })}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <Point key={difference.facet} {...{ difference, older, newer }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PickProps {
  versions: Version[];
  label: string;
  name: 'avant' | 'apres';
  version: Version;
}

function Pick({ versions, label, name, version }: PickProps) {
  const { t } = useTranslation('custom-offers');
  const locale = useLocale();
  const filters = useUrlFilters();
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={versions.map(({ number, written_at }) => ({
        value: String(number),
        label: t('versions.option', { number, date: formatDate(written_at, locale, 'day-time') }),
      }))}
      value={String(version.number)}
      onChange={(number) => filters.set({ [name]: number })}
    />
  );
}

interface PointProps {
  difference: Difference;
  older: Version;
  newer: Version;
}

function Point({ difference: { facet, changed }, older, newer }: PointProps) {
  const { t } = useTranslation('custom-offers');
  return (
    <tr data-changed={changed || undefined}>
      <th scope="row">
        {t(`facet.${facet}`)}{' '}
        {changed && <StatusBadge tone="caution">{t('versions.changed')}</StatusBadge>}
      </th>
      <td data-label={t('version', { number: older.number })}>
        <FacetValue facet={facet} version={older} other={newer} as="del" />
      </td>
      <td data-label={t('version', { number: newer.number })}>
        <FacetValue facet={facet} version={newer} other={older} as="ins" />
      </td>
    </tr>
  );
}
