import { diffWordsWithSpace } from 'diff';

/** A piece of two texts: in both, in the earlier one alone, or in the later one alone. */
export interface WordPiece {
  text: string;
  in: 'both' | 'before' | 'after';
}

/** Words changed at most: beyond that the whole texts are shown as one in place of the other. */
const MOST = 700;

/**
 * Two texts, word by word, in reading order: what is in both and what stands in one alone. The pieces of the earlier and of both
 * are the earlier text, those of the later and of both the later one (Myers 1986, by the library `diff`).
 */
export function wordDifference(before: string, after: string): WordPiece[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return changes.map(({ value, removed, added }) => ({
    text: value,
    in: removed ? 'before' : added ? 'after' : 'both',
  }));
}
