import { formatDay, dayFromNumber } from '@/lib/days';
import { filterPhrase, type FilterNames } from '@/lib/filter-phrase';
import { countOf, formatCount } from '@/lib/numbers';
import { areTooFew, type RateRatio, type Seen } from '@/lib/stats/rate-ratio';
import type { Side } from './count-sides';
import type { EventStudy } from './event-study';
import type { Stretch } from './outcome-days';
import type { Placebo } from './placebo';
import type { StudyQuestion } from './study-question';

/** Fewer other dates than these cannot show that one in twenty is rare. */
export const FEWEST_DATES = 19;

/** A ratio, a rate or a bound as people read it: 158, 12, 3.0, 0.24. */
export function ratioWords(value: number): string {
  if (!Number.isFinite(value)) return 'no upper bound';
  if (value === 0) return '0';
  if (value >= 9.95) return formatCount(Math.round(value));
  if (value >= 0.995) return value.toFixed(1);
  return value < 0.01 ? 'under 0.01' : value.toFixed(2);
}

/** "3.0 times as frequent", "about as frequent". */
export const timesWords = (ratio: number): string =>
  ratioWords(ratio) === '1.0' ? 'about as frequent' : `${ratioWords(ratio)} times as frequent`;

/** "0.24 to 158", "1.2 and above". */
export const intervalWords = ({ low, high }: Pick<RateRatio, 'low' | 'high'>): string =>
  Number.isFinite(high) ? `${ratioWords(low)} to ${ratioWords(high)}` : `${ratioWords(low)} and above`;

/** A p-value to two figures: "= 0.62", "= 0.03", "under 0.001". */
export const pWords = (p: number): string =>
  p < 0.001 ? 'under 0.001' : `= ${p >= 0.095 ? p.toFixed(2) : Number(p.toPrecision(2))}`;

/** A share of all as people read it: "3 per cent", "under 1 per cent". */
export const percentWords = (share: number): string =>
  share < 0.01 ? 'under 1 per cent' : `${Math.round(share * 100)} per cent`;

function verdict({ counts, ratio, placebo }: EventStudy): string {
  const { p } = ratio!;
  const exposed = ({ events, days }: Side): Seen => ({ events, exposure: days });
  if (areTooFew(exposed(counts.after), exposed(counts.before))) return 'too few to tell';
  if (p >= 0.05) return 'no clear difference, since the interval includes 1';
  const elsewhere = placebo !== null && placebo.others.length >= FEWEST_DATES && placebo.share > 0.05;
  return elsewhere
    ? `chance alone would seldom make so large a difference, yet it is nothing special here: at ${percentWords(placebo.share)} of dates the same windows show one at least as large`
    : 'chance alone would seldom make so large a difference';
}

const weeksOf = (n: number): string => countOf(n, 'week');

/** What the study is of, in words for the middle of sentences. */
export function studyPhrases(question: StudyQuestion, names: FilterNames = {}) {
  const anchors = filterPhrase(question.anchors, names);
  const zero = question.at === 'start' ? `the first day of ${anchors}` : `the end of ${anchors}`;
  return {
    anchors,
    outcome: filterPhrase(question.outcome, names),
    zero,
    own: question.where === 'own' ? ' in the same place' : '',
  };
}

/** With a capital at its start. */
export const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

/** Why there is no answer; null where there is one. */
function noAnswer(
  study: EventStudy,
  question: StudyQuestion,
  { names, leftOut }: { names: FilterNames; leftOut: number },
): string | null {
  const { counts, zeros, unobserved, windows } = study;
  const { anchors, outcome, zero } = studyPhrases(question, names);
  if (zeros + unobserved === 0)
    return leftOut === 0
      ? `Not enough data: the record holds no ${anchors}, and so no day 0.`
      : `Not enough data: no day is known for ${anchors}, only longer spans or reports (${formatCount(leftOut)}); they can be used at the middle of their dates.`;
  if (zeros === 0)
    return `Not enough data: the record does not reach far enough round ${zero} for ${weeksOf(windows.weeks)} on each side.`;
  if (counts.before.days === 0 || counts.after.days === 0)
    return `Not enough data: the windows round ${zero} lie so close that no day is on one side only.`;
  if (counts.before.events + counts.after.events === 0)
    return `Not enough data: ${outcome} are not known to have happened in the ${weeksOf(windows.weeks)} before or after ${zero}.`;
  return null;
}

/** The answer in a sentence: how much more or less frequent, how sure, and what that is worth. It never says cause. */
export function studySentence(
  study: EventStudy,
  question: StudyQuestion,
  /** Names for what the filters know by key, and how many anchors are left out for want of a day. */
  { names = {}, leftOut }: { names?: FilterNames; leftOut: number },
): string {
  const none = noAnswer(study, question, { names, leftOut });
  if (none !== null) return none;
  const { counts, windows } = study;
  const ratio = study.ratio!;
  const { outcome, zero, own } = studyPhrases(question, names);
  const n = counts.before.events + counts.after.events;
  const left = windows.gap > 0 ? `, leaving ${weeksOf(windows.gap)} out on each side` : '';
  const weeks = weeksOf(windows.weeks);
  const how =
    counts.before.events === 0
      ? `${capital(outcome)}${own}: ${formatCount(n)} in the ${weeks} after ${zero}, none in the ${weeks} before`
      : counts.after.events === 0
        ? `${capital(outcome)}${own}: none in the ${weeks} after ${zero}, ${formatCount(n)} in the ${weeks} before`
        : `${capital(outcome)}${own} were ${timesWords(ratio.ratio!)} in the ${weeks} after ${zero} as in the ${weeks} before`;
  return `${how}${left} (95 per cent interval of the ratio ${intervalWords(ratio)}, p ${pWords(ratio.p)}; ${countOf(n, 'event')}): ${verdict(study)}.`;
}

/** What of it rests on dates that are not known to the day. */
export function datesSentence({ counts, withReported }: EventStudy): string {
  const { before, after, straddling } = counts;
  const sum = (key: 'events' | 'exact' | 'reported'): number => before[key] + after[key];
  const told = sum('reported');
  const spans = sum('events') - sum('exact') - (withReported ? told : 0);
  const all = sum('events');
  const who =
    spans < all
      ? `${formatCount(spans)} of the ${countOf(all, 'event')}`
      : all === 1
        ? 'The event'
        : all === 2
          ? 'Both events'
          : `All ${countOf(all, 'event')}`;
  const parts = [
    spans > 0
      ? `${who} ${spans === 1 ? 'is' : 'are'} dated to a span of days, and ${spans === 1 ? 'counts' : 'count'} on the side that holds more than half of it`
      : '',
    straddling > 0
      ? `${all > 0 ? formatCount(straddling) : countOf(straddling, 'event')} may lie on either side or outside, as far as the dates tell`
      : '',
    told > 0
      ? withReported
        ? `${formatCount(told)} ${told === 1 ? 'is' : 'are'} known only by the day of a report, and ${told === 1 ? 'counts' : 'count'} on it`
        : `${all > 0 ? `${formatCount(told)} more` : countOf(told, 'event')} ${told === 1 ? 'is' : 'are'} known only by the day of a report in these days, and ${told === 1 ? 'is' : 'are'} left out`
      : '',
  ].filter(Boolean);
  if (parts.length === 0) return sum('events') > 0 ? 'Every event is dated to the day.' : '';
  return `${parts.map(capital).join('. ')}.`;
}

/** Where the study stands among other dates. */
export function placeboSentence(placebo: Placebo | null): string {
  const dates = placebo?.others.length ?? 0;
  if (!placebo || dates < FEWEST_DATES)
    return dates === 0
      ? 'The record is too short to try the same windows at another date.'
      : `The record leaves room for only ${countOf(dates, 'other date')}: too few for this check.`;
  return `Of ${countOf(dates + 1, 'date')} at which the same windows fit into the record, this one included, ${percentWords(placebo.share)} show a difference at least as large, in either direction.`;
}

/** What is observed, and which days 0 are used. */
export function observedSentence(study: EventStudy, observed: Stretch, leftOut: number): string {
  const { zeros, unobserved, cut, counts } = study;
  const parts = [
    `The record is taken as whole from ${formatDay(dayFromNumber(observed.from))} to ${formatDay(dayFromNumber(observed.to))}`,
    zeros === 0
      ? 'no day 0 is used'
      : `${countOf(zeros, 'day 0', 'days 0')} ${zeros === 1 ? 'is' : 'are'} used`,
    cut > 0 ? `the windows of ${formatCount(cut)} ${cut === 1 ? 'is' : 'are'} cut at its ends` : '',
    unobserved > 0
      ? `${formatCount(unobserved)} with less than half a window in it ${unobserved === 1 ? 'is' : 'are'} left out`
      : '',
    leftOut > 0
      ? `${countOf(leftOut, 'event')} for day 0 not dated to the day ${leftOut === 1 ? 'is' : 'are'} left out`
      : '',
    counts.both > 0
      ? `${countOf(counts.both, 'day')} that ${counts.both === 1 ? 'is' : 'are'} after one and before another ${counts.both === 1 ? 'counts' : 'count'} on neither side`
      : '',
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}
