import { dayFromNumber, formatDay } from '@/lib/days';
import { capital, intervalWords, pWords, ratioWords, timesWords } from '@/lib/event-study/study-words';
import { filterPhrase, type FilterNames } from '@/lib/filter-phrase';
import { countOf, formatCount } from '@/lib/numbers';
import { areTooFew } from '@/lib/stats/rate-ratio';
import type { ShareDifference } from '@/lib/stats/share-difference';
import type { CompareQuestion } from './compare-question';
import type { ComparedSide, Comparison, MixRow } from './comparison';

/** What the two sides are, for the middle of sentences. */
export const comparePhrases = ({ a, b }: CompareQuestion, names: FilterNames = {}) => ({
  a: filterPhrase(a, names),
  b: filterPhrase(b, names),
});

/** "3.0 a month (1.2 to 6.1)". */
export const rateWords = (rate: ComparedSide['rate']): string =>
  rate === null ? 'not known' : `${ratioWords(rate.mean)} (${intervalWords(rate)})`;

function verdict({ a, b, ratio }: Comparison): string {
  const exposed = ({ events, days }: ComparedSide) => ({ events, exposure: days });
  if (areTooFew(exposed(a), exposed(b))) return 'too few to tell';
  return ratio!.p >= 0.05
    ? 'no clear difference, since the interval includes 1'
    : 'chance alone would seldom make so large a difference';
}

const countOrNone = (n: number): string => (n === 0 ? 'no event' : countOf(n, 'event'));

const areSame = ({ a, b, both }: Comparison): boolean => both > 0 && both === a.total && both === b.total;

/** The answer in a sentence: how much more or less frequent, and how sure. It never says why. */
export function compareSentence(
  found: Comparison,
  question: CompareQuestion,
  names: FilterNames = {},
): string {
  const { a, b, ratio } = found;
  const phrases = comparePhrases(question, names);
  if (a.total + b.total === 0)
    return `Not enough data: the record holds neither ${phrases.a} nor ${phrases.b}.`;
  // Whatever is asked, a set is as frequent as itself.
  if (areSame(found))
    return `A and B are the same ${countOf(a.total, 'event')}: there is nothing to compare.`;
  const held = `the record holds ${countOrNone(a.total)} in A and ${countOrNone(b.total)} in B`;
  const unseen = [a, b].flatMap(({ observed }, i) => (observed === null ? (i === 0 ? ['A'] : ['B']) : []));
  if (unseen.length > 0)
    return `Not enough data for rates: ${held}, and is not taken to be whole on any day of ${unseen.join(' or ')}.`;
  if (ratio === null || a.events + b.events === 0)
    return `Not enough data for rates: ${held}, and none on days of which it is taken to be whole.`;
  const sure = `95 per cent interval of the ratio ${intervalWords(ratio)}, p ${pWords(ratio.p)}`;
  const counts = `${countOf(a.events, 'event')} against ${formatCount(b.events)}`;
  const rates = `${ratioWords(a.rate!.mean)} a month against ${ratioWords(b.rate!.mean)}`;
  const how =
    a.events === 0 || b.events === 0
      ? `${capital(phrases.a)}: ${a.events === 0 ? 'none' : formatCount(a.events)}; ${phrases.b}: ${b.events === 0 ? 'none' : formatCount(b.events)}`
      : `${capital(phrases.a)} were ${timesWords(ratio.ratio!)} as ${phrases.b}`;
  return `${how} (${rates}; ${sure}; ${counts}): ${verdict(found)}.`;
}

const stretchWords = ({ observed }: ComparedSide): string =>
  observed
    ? `${formatDay(dayFromNumber(observed.from))} to ${formatDay(dayFromNumber(observed.to))}`
    : 'no day';

/** Which days the rates are of, and what lies outside them. */
export function daysSentence({ a, b }: Comparison): string {
  const same = a.observed?.from === b.observed?.from && a.observed?.to === b.observed?.to;
  const days = same
    ? `Rates count ${stretchWords(a)}, the days of which the record is taken to be whole`
    : `Rates count the days of which the record is taken to be whole: ${stretchWords(a)} for A, ${stretchWords(b)} for B`;
  const outside = [
    [a.total - a.events, 'A'],
    [b.total - b.events, 'B'],
  ].filter(([n]) => Number(n) > 0);
  const all = outside.reduce((sum, [n]) => sum + Number(n), 0);
  const told = outside.map(
    ([n, side], i) => `${i === 0 ? countOf(Number(n), 'event') : formatCount(Number(n))} of ${side}`,
  );
  return all === 0
    ? `${days}.`
    : `${days}; ${told.join(' and ')} outside them ${all === 1 ? 'is' : 'are'} left out.`;
}

/** How far the two share events, since the intervals take them not to; null where they share none. */
export function overlapSentence(found: Comparison): string | null {
  const { a, b, both } = found;
  // That they are the same is the answer itself.
  if (both === 0 || areSame(found)) return null;
  const who =
    both === a.total
      ? `All ${countOf(both, 'event')} of A ${both === 1 ? 'is' : 'are'} in B too`
      : both === b.total
        ? `All ${countOf(both, 'event')} of B ${both === 1 ? 'is' : 'are'} in A too`
        : `${countOf(both, 'event')} ${both === 1 ? 'is' : 'are'} both in A and in B`;
  return `${who}, and ${both === 1 ? 'counts' : 'count'} on each side. Intervals and p-values take the sides to share no event, so they are only rough here.`;
}

const points = (share: number): string => (Math.abs(share) * 100).toFixed(Math.abs(share) < 0.0995 ? 1 : 0);
const signed = (share: number): string => {
  const text = points(share);
  return Number(text) === 0 ? '0' : `${share < 0 ? '−' : '+'}${text}`;
};

/** "+12 points (−3.0 to +26)". */
export const differenceWords = ({ difference, low, high }: ShareDifference): string =>
  `${signed(difference)} points (${signed(low)} to ${signed(high)})`;

/** A share of a side: "42%", "under 1%". */
export const shareWords = (part: number, of: number): string =>
  of === 0 ? '[x]' : part > 0 && part / of < 0.01 ? 'under 1%' : `${Math.round((part / of) * 100)}%`;

/** The rows whose interval leaves out nought, the largest difference first; none that a side was chosen by. */
const clear = (mix: readonly MixRow[], { a, b }: CompareQuestion): MixRow[] =>
  mix
    .filter(({ by }) => a[by].length === 0 && b[by].length === 0)
    .filter(({ difference }) => difference !== null && (difference.low > 0 || difference.high < 0))
    .sort((one, two) => Math.abs(two.difference!.difference) - Math.abs(one.difference!.difference));

/** What stands out of the mix. */
export function mixSentence({ a, b, mix }: Comparison, question: CompareQuestion): string {
  if (a.total === 0 || b.total === 0) return 'One side has no event, so there is no mix to compare.';
  const [first] = clear(mix, question);
  if (!first)
    return 'No share that is not chosen by the filters differs by more than chance would often make it.';
  const { label, by, difference } = first;
  return `The clearest difference is ${by === 'pillar' ? `in what bears on ${label}` : `in “${label}”`}: ${shareWords(first.a, a.total)} of A, ${shareWords(first.b, b.total)} of B (${differenceWords(difference!)}).`;
}
