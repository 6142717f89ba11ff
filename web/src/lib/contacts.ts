// Whether a text holds an e-mail address or a telephone number, to say so while it is written. A courtesy
// for the eye: what is masked in public texts, the API decides by finer rules.

/** « jean@salle.fr ». */
const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;

/** « jean (at) gmail point com », « jean arobase gmail.com ». */
const SPELLED_ADDRESS =
  /[\p{L}\p{N}._-]+\s*(?:[([]\s*(?:at|@|arobase)\s*[)\]]|\sarobase\s)\s*[\p{L}\p{N}-]+\s*(?:\.|[([]\s*(?:dot|point)\s*[)\]]|\s(?:dot|point)\s)\s*\p{L}{2,}/iu;

/** « 06 12 34 56 78 », however grouped; not the inside of a longer number. */
const FRENCH_NUMBER = /(?<!\d)0[ .-]?[1-9](?:[ .\-/]{0,2}\d){8}(?![ .-]?\d)/;

/** « +33 6 12 34 56 78 », « 0032 470 12 34 56 ». */
const FOREIGN_NUMBER = /(?:\+|(?<!\d)00)[1-9](?:[ .\-/()]{0,3}\d){7,14}/;

/** « 01/06/2026 », whose digits begin like a number's. */
const DATE = /(?<!\d)\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d{2}(?!\d)/g;

export function holdsContact(text: string): boolean {
  if (ADDRESS.test(text) || SPELLED_ADDRESS.test(text)) return true;
  const numbers = text.replace(/[\u00a0\u202f]/g, ' ').replace(DATE, '|');
  return FRENCH_NUMBER.test(numbers) || FOREIGN_NUMBER.test(numbers);
}
