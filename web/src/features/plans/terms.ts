// Until when a plan lasts once it is bought again: from its end, so many months.

/** The same day of a later month, or that month's last one. */
export function extended(until: string, months: number): string {
  const end = new Date(until);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(day, last));
  return end.toISOString();
}
