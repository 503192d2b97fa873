import { weighted, zipf } from './random';
import { WORDS } from './shape';

/**
 * A made vocabulary. Words are syllables of a consonant and a vowel, two or three, and end in a, o or u: the English
 * stemmer leaves such words as they are, so that a search vector can be made without asking the database (which
 * data/database.ts checks). Word 0 is the most frequent.
 */
const CONSONANTS = 'bdfgklmnprstvz';
const INNER = 'aiou';
const LAST = 'aou';

const inner = CONSONANTS.length * INNER.length;
const last = CONSONANTS.length * LAST.length;
/** Coprime to inner * last, so that neighbours in rank do not look alike. */
const SCATTER = 1009;

const syllable = (n: number, vowels: string): string =>
  CONSONANTS[Math.floor(n / vowels.length) % CONSONANTS.length]! + vowels[n % vowels.length]!;

function wordOf(rank: number): string {
  const short = inner * last;
  const n = (rank * SCATTER) % short;
  const ending = syllable(Math.floor(n / last), INNER) + syllable(n % last, LAST);
  return rank < short ? ending : syllable(Math.floor(rank / short), INNER) + ending;
}

/** The words by rank, from nought; a few more than are drawn, for words that must be rare. */
export const words: readonly string[] = Array.from({ length: WORDS.size + 100 }, (_, rank) => wordOf(rank));

export const stopWords = [
  'the',
  'of',
  'in',
  'to',
  'and',
  'a',
  'for',
  'on',
  'by',
  'with',
  'at',
  'from',
] as const;

const TABLE_BITS = 16;

/** Ranks as often as they are frequent, so that a draw is one look-up. */
export const rankTable: Uint16Array = (() => {
  const { size, exponent, shift } = WORDS;
  const weights = zipf(size, exponent, shift);
  const sum = weights.reduce((a, b) => a + b, 0);
  const table = new Uint16Array(1 << TABLE_BITS);
  let [rank, reached] = [0, weights[0]! / sum];
  for (let i = 0; i < table.length; i++) {
    while (reached < (i + 0.5) / table.length && rank < size - 1) reached += weights[++rank]! / sum;
    table[i] = rank;
  }
  return table;
})();

/** Draws one of the stop words, the first ones more often. */
export const drawStop = weighted(zipf(stopWords.length, 1));
