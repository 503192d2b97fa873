import { randomOf, type Random } from './random';
import { STOP_SHARE, SUMMARY_WORDS, TITLE_WORDS, WORDS } from './shape';
import { drawStop, rankTable, stopWords, words } from './words';

const TITLE_LENGTH = 90;
/** Two words that often stand together, as in any language. */
const PAIR = { first: 40, second: 90, share: 0.3 };
const RARE = WORDS.size + 1;
const RARE_EVENTS = 10;

/** What the search subject asks for; how many events hold each is counted when the data are made. */
export const probes = {
  common: words[0]!,
  middling: words[330]!,
  rare: words[RARE]!,
  phrase: `"${words[PAIR.first]!} ${words[PAIR.second]!}"`,
  minus: `${words[3]!} -${words[5]!}`,
} as const;

/** A run of words: ranks, and stop words as -1 and below. */
export type Ranks = number[];

export const textOf = (ranks: Ranks): string =>
  ranks.map((rank) => (rank < 0 ? stopWords[-1 - rank]! : words[rank]!)).join(' ');

/** The text as a sentence of so many words. */
export function sentence(ranks: Ranks): string {
  const text = textOf(ranks);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function drawRanks(length: number, random: Random): Ranks {
  const ranks: Ranks = [];
  while (ranks.length < length) {
    const before = ranks.at(-1);
    if (before === PAIR.first && random.next() < PAIR.share) ranks.push(PAIR.second);
    else if (random.next() < STOP_SHARE) ranks.push(-1 - drawStop(random));
    else ranks.push(rankTable[random.below(rankTable.length)]!);
  }
  return ranks;
}

export interface EventWords {
  title: Ranks;
  summary: Ranks;
  /** For what else of the event is drawn. */
  random: Random;
}

/** The words of the event with this id, of `size` made with this seed: the same whenever they are asked for. */
export function wordsOf(id: number, size: number, seed: number): EventWords {
  const random = randomOf(seed * 1_000_003 + id);
  const { from, to } = TITLE_WORDS;
  const title = drawRanks(from + random.below(to - from + 1), random);
  while (textOf(title).length > TITLE_LENGTH) title.pop();
  const { median, spread, least, most } = SUMMARY_WORDS;
  const length = Math.round(median * Math.exp(spread * random.normal()));
  const summary = drawRanks(Math.min(most, Math.max(least, length)), random);
  if (id % Math.floor(size / RARE_EVENTS) === 0) summary.push(RARE);
  return { title, summary, random };
}

/** The search vector of texts with their weights, as Postgres writes it: each begins after the last word of the one before. */
export function searchVector(parts: readonly { ranks: Ranks; weight: 'A' | 'B' | 'C' }[]): string {
  const found = new Map<number, string>();
  let offset = 0;
  for (const { ranks, weight } of parts) {
    let last = 0;
    for (const [i, rank] of ranks.entries()) {
      if (rank < 0) continue;
      last = i + 1;
      const at = `${offset + last}${weight}`;
      const before = found.get(rank);
      found.set(rank, before === undefined ? at : `${before},${at}`);
    }
    offset += last;
  }
  let vector = '';
  for (const [rank, positions] of found) vector += `${words[rank]!}:${positions} `;
  return vector;
}
