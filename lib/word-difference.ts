/** A piece of two texts: in both, in the earlier one alone, or in the later one alone. */
export interface WordPiece {
  text: string;
  in: 'both' | 'before' | 'after';
}

/** Words compared at most: beyond that the whole texts are shown as one in place of the other. */
const MOST = 700;

/** A word has the space after it: spaces alone would be found in common everywhere. */
const wordsOf = (text: string): string[] => text.match(/^\s+|\S+\s*/g) ?? [];

/** The longest common words of every pair of endings, row by row (the textbook's table). */
function commonAfter(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      rows[i]![j] = a[i] === b[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!);
  return rows;
}

/**
 * Two texts, word by word, in reading order: what is in both and what stands in one alone. The pieces of the earlier and of both
 * are the earlier text, those of the later and of both the later one.
 */
export function wordDifference(before: string, after: string): WordPiece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const pieces: WordPiece[] = [];
  const put = (text: string, where: WordPiece['in']): void => {
    const last = pieces.at(-1);
    if (last?.in === where) last.text += text;
    else if (text !== '') pieces.push({ text, in: where });
  };
  if (Math.max(a.length, b.length) > MOST) {
    put(before, 'before');
    put(after, 'after');
    return pieces;
  }
  const common = commonAfter(a, b);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      put(a[i++]!, 'both');
      j++;
    } else if (j === b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      put(a[i++]!, 'before');
    else put(b[j++]!, 'after');
  }
  return pieces;
}
