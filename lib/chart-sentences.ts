import type { PeriodColumn, PeriodData } from './chart-period';
import { listed } from './listed';
import { countOf, formatCount } from './numbers';
import type { FacetCounts } from './facet-counts';
import type { Filters } from './filters';
import type { Period } from './periods';
import { datings, pillars, pillarTerms } from './vocabulary';

const REPORTED = datings.indexOf('reported');

/** The positions of the greatest value, all of them where several share it; none where nothing is above nought. */
export function leaders(values: ArrayLike<number>): number[] {
  const most = Math.max(0, ...Array.from(values));
  return most === 0 ? [] : Array.from(values, (value, i) => (value === most ? i : -1)).filter((i) => i >= 0);
}

/** Which of these pillars the events bear on most; nothing is called the most that has an equal. */
function pillarSentence(counts: readonly number[], among: readonly number[], total: number): string {
  const values = among.map((p) => counts[p]!);
  const top = leaders(values);
  const names = listed(top.map((i) => pillarTerms[among[i]!]!.label));
  const most = values[top[0]!] ?? 0;
  if (total === 1) return `It bears on ${names}.`;
  if (most === total) return `All bear on ${names}.`;
  if (top.length > 1)
    return `${names} come up ${top.length === among.length ? 'equally often' : 'most'}, ${countOf(most, 'time')} each.`;
  return most * 2 > total
    ? `Most bear on ${names}.`
    : `More bear on ${names} (${formatCount(most)}) than on any other pillar.`;
}

/** How many of the events of one chosen pillar bear on another too: said where one of the others comes up most. */
function otherPillarSentence(counts: readonly number[], chosen: number, total: number): string {
  const others = counts.map((count, p) => (p === chosen ? 0 : count));
  const top = leaders(others);
  if (top.length === 0) return `${total === 1 ? 'It bears' : 'They bear'} on no other pillar.`;
  const names = listed(top.map((p) => pillarTerms[p]!.label));
  const count = others[top[0]!]!;
  if (total === 1) return `It also bears on ${names}.`;
  if (top.length > 1) return '';
  return count === total
    ? `All of them also bear on ${names}.`
    : `${formatCount(count)} of them also ${count === 1 ? 'bears' : 'bear'} on ${names}.`;
}

function reportedSentence(reported: number, total: number): string {
  if (reported === 0) return '';
  if (reported === total)
    return total === 1
      ? 'It is known only by the day it was reported.'
      : 'All are known only by the day they were reported.';
  return `${formatCount(reported)} ${reported === 1 ? 'is known only by the day it was' : 'are known only by the day they were'} reported.`;
}

/**
 * What stands out, in a sentence or two: the pillar with most events, and how many events are dated only by report, the
 * caveat that matters most in this record. `passing` counts the events that pass all filters, not the facets' options.
 */
export function overviewSentence(
  { total, passing, killed = 0 }: Pick<FacetCounts, 'total' | 'passing'> & { killed?: number },
  filters: Pick<Filters, 'pillar'>,
): string {
  if (total === 0) return 'Take a filter away, or widen the dates, to see events.';
  const counts = Array.from(passing.pillar);
  const chosen = filters.pillar.map((code) => pillars.indexOf(code));
  const first =
    chosen.length === 1
      ? otherPillarSentence(counts, chosen[0]!, total)
      : pillarSentence(counts, chosen.length > 0 ? chosen : counts.map((_, p) => p), total);
  const dead = killed > 0 ? `Their sources count ${countOf(killed, 'person', 'people')} killed.` : '';
  return [first, reportedSentence(passing.dated[REPORTED]!, total), dead].filter(Boolean).join(' ');
}

/** The column's period within a sentence: "the week of 23 March 2020". */
const within = ({ title }: PeriodColumn): string => title.replace(/^Week/, 'the week');
/** "in March 2020", "on 23 March 2020". */
const during = (column: PeriodColumn, period: Period): string =>
  `${period === 'day' ? 'on' : 'in'} ${within(column)}`;
const nouns: Record<Period, string> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
};

/** The finding of the chart by period: the fullest period where there is one. "Are known from" where most are reports. */
export function periodHeadline({ columns, total, period }: PeriodData): string {
  const top = leaders(columns.map((column) => column.total));
  if (top.length === 0) return 'No event to count by date';
  const first = columns[top[0]!]!;
  if (total === 1)
    return `One event, ${first.reported ? `known from ${within(first)}` : during(first, period)}`;
  const are =
    first.reported * 2 > first.total ? `are known from ${within(first)}` : `fall ${during(first, period)}`;
  if (first.total === total) return `All ${are}`;
  if (first.total * 2 > total) return `Most ${are}`;
  if (top.length > 2) return `No ${nouns[period]} stands out`;
  const names = listed(top.map((c) => within(columns[c]!).replace(/^the /, '')));
  return `Peak: ${countOf(first.total, 'event')}${top.length > 1 ? ' each' : ''}, ${names}`;
}

/** How far the fullest period can be trusted, where report dates make much of it; else nothing. */
export function periodCaveat({ columns, period }: PeriodData): string {
  const top = leaders(columns.map((column) => column.total));
  const column = columns[top[0]!];
  if (!column || top.length > 1 || column.total === 1 || column.reported * 2 <= column.total) return '';
  const some =
    column.reported === column.total
      ? `All ${formatCount(column.total)} events`
      : `${formatCount(column.reported)} of the ${countOf(column.total, 'event')}`;
  return `${some} ${during(column, period)} are dated only by report: they happened then or shortly before.`;
}

/** The finding of a breakdown: its longest bar, where no other is as long; else what it measures. */
export function breakdownHeadline(
  rows: readonly { label: string; count: number }[],
  otherwise: string,
): string {
  const top = leaders(rows.map((row) => row.count)).map((i) => rows[i]!.label);
  if (rows.length < 2 || top.length === 0 || top.length > 2) return otherwise;
  return `${otherwise}: ${listed(top)} most often`;
}
