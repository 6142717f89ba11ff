// A calendar day ("2027-06-12"), typed or picked. Kept apart, so that only pages with dates load it.
import { DateInput as KitDateInput, DatesProvider, type DateInputProps } from '@mantine/dates';
import 'dayjs/locale/fr';
import { useTranslation } from 'react-i18next';

type Props = Omit<DateInputProps, 'valueFormat' | 'locale'>;

export function DateInput(props: Props) {
  const { t, i18n } = useTranslation('ui');
  return (
    <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
      <KitDateInput
        {...props}
        valueFormat="DD/MM/YYYY"
        dateParser={parseDay}
        placeholder={t('date.placeholder')}
        previousLabel={t('date.previous')}
        nextLabel={t('date.next')}
        clearButtonProps={{ 'aria-label': t('date.clear') }}
      />
    </DatesProvider>
  );
}

/** « 12/6/27 », "12.06.2027" or "2027-06-12" as a calendar day; null if there is no such day. */
export function parseDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const local = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{2}|\d{4})$/.exec(text.trim());
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : [local?.[3]?.padStart(4, '20'), local?.[2], local?.[1]];
  if (!year || !month || !day) return null;
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : null;
}
