// What follows from a provider's handle alone: the ground of its emblem, the same on every page and
// every day.

export const GROUNDS = 6;
export const PATTERNS = ['rays', 'arches', 'stripes', 'dots', 'hills', 'curtain'] as const;

export type Pattern = (typeof PATTERNS)[number];

/** FNV-1a, spread over 32 bits. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

export interface Ground {
  /** 0 to GROUNDS - 1: the colour. */
  tint: number;
  pattern: Pattern;
  /** 0 or 1: the pattern as it is, or mirrored. */
  mirrored: boolean;
}

export function groundOf(handle: string): Ground {
  const seed = seedOf(handle);
  return {
    tint: seed % GROUNDS,
    pattern: PATTERNS[Math.floor(seed / GROUNDS) % PATTERNS.length]!,
    mirrored: Math.floor(seed / (GROUNDS * PATTERNS.length)) % 2 === 1,
  };
}
