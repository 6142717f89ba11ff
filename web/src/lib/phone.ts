// Telephone numbers as people read them.

/** « 06 12 34 56 78 » for "+33612345678", « +262 692 12 34 56 » overseas; any other number as it is. */
export function formatPhone(phone: string): string {
  const french = /^\+33(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(phone);
  if (french) return `0${french.slice(1).join(' ')}`;
  const overseas = /^\+(262|508|590|594|596|681|687|689)(\d{3})(\d{2})(\d{2})(\d{2})$/.exec(phone);
  return overseas ? `+${overseas.slice(1).join(' ')}` : phone;
}
