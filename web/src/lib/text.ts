// Comparing what people type: without accents, capitals or hyphens.

export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * French marks never part from their word at a line's end: a narrow space stands before « ; », « ? » and « ! »,
 * a whole one before « : », « % », « € » and inside guillemets.
 */
export function bindMarks<T>(texts: T): T {
  if (typeof texts === 'string') {
    return texts
      .replace(/ ([;?!])/g, '\u202f$1')
      .replace(/ ([:»%€])/g, '\u00a0$1')
      .replace(/« /g, '«\u00a0') as T;
  }
  if (Array.isArray(texts)) return texts.map(bindMarks) as T;
  if (typeof texts !== 'object' || texts === null) return texts;
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, bindMarks(text)]),
  ) as T;
}
