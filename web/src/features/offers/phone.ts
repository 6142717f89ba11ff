// Telephone numbers as people read them.

/** « 06 12 34 56 78 » for "+33612345678"; any other number as it is. */
export function formatPhone(phone: string): string {
  const french = /^\+33(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(phone);
  return french ? `0${french.slice(1).join(' ')}` : phone;
}
