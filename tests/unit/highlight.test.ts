import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MATCH_END, MATCH_START, segmentsOf } from '@/lib/highlight';

const piece = fc.record({
  text: fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !text.includes(MATCH_START) && !text.includes(MATCH_END)),
  match: fc.boolean(),
});

describe('segmentsOf', () => {
  it('takes the marks out and nothing else, and tells what stood between them', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const marked = pieces
          .map(({ text, match }) => (match ? `${MATCH_START}${text}${MATCH_END}` : text))
          .join('');
        const segments = segmentsOf(marked);
        expect(segments.map(({ text }) => text).join('')).toBe(pieces.map(({ text }) => text).join(''));
        expect(segments.filter(({ match }) => match)).toEqual(pieces.filter(({ match }) => match));
        expect(segments.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  it('leaves markup as the text that it is', () => {
    expect(segmentsOf(`<b>${MATCH_START}&lt;script>${MATCH_END}`)).toEqual([
      { text: '<b>', match: false },
      { text: '&lt;script>', match: true },
    ]);
  });
});
