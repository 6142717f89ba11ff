// How large a file is, as people say it: « 12 ko », « 1,4 Mo ».
const STEPS = [
  ['megabyte', 1024 * 1024],
  ['kilobyte', 1024],
  ['byte', 1],
] as const;

export function formatBytes(bytes: number, locale: string): string {
  const [unit, size] = STEPS.find(([, least]) => bytes >= least) ?? STEPS[2];
  const value = bytes / size;
  const maximumFractionDigits = unit === 'megabyte' && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(
    value,
  );
}
