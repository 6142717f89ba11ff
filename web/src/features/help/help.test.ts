import { describe, expect, it } from 'vitest';
import contract from '../../../../openapi/openapi.json';
import { linksIn } from '@/ui/RichText';
import en from './en';
import fr from './fr';

const chapters = (texts: typeof fr) => texts.parts.flatMap((part) => part.chapters);
const entries = (texts: typeof fr) => chapters(texts).flatMap((chapter) => chapter.entries);

const anchors = (texts: typeof fr) =>
  [...texts.parts, ...chapters(texts), ...entries(texts)].map(({ anchor }) => anchor);

describe('the help page', () => {
  it('S1-180: has the principles, seven client chapters and seven provider chapters', () => {
    expect(fr.parts.map((part) => part.chapters.length)).toEqual([1, 7, 7]);
  });

  it('S1-180: gives every line of the summary an address of its own', () => {
    expect(new Set(anchors(fr)).size).toBe(anchors(fr).length);
    expect(entries(fr).every(({ text }) => text.length > 0)).toBe(true);
  });

  it('says the same in English', () => {
    expect(anchors(en)).toEqual(anchors(fr));
  });

  it('S2-045: asks of each chapter whether it was of use, by the name that the server knows', () => {
    const known = contract.components.schemas.NewHelpVote.properties.article.enum;
    expect(chapters(fr).map(({ anchor }) => anchor)).toEqual(known);
  });

  it('links inside itself only to anchors that exist', () => {
    const inside = [fr, en]
      .flatMap((texts) => entries(texts).flatMap(({ text }) => text.flatMap(linksIn)))
      .filter((href) => href.startsWith('/aide#'));
    expect(inside.length).toBeGreaterThan(0);
    for (const href of inside) expect(anchors(fr)).toContain(href.slice('/aide#'.length));
  });
});
