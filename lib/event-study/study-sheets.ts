import type { Sheet } from '@/lib/csv';
import { dayFromNumber } from '@/lib/days';
import { rounded } from '@/lib/rounded';
import type { RateRatio } from '@/lib/stats/rate-ratio';
import { weekNumbers } from './aligned-weeks';
import type { SideCounts } from './count-sides';
import type { EventStudy } from './event-study';
import type { Placebo } from './placebo';
import type { StudyZero } from './study-zeros';

/** The mean week before and after day 0. */
export function alignedSheet({ weeks }: EventStudy): Sheet {
  return {
    header: ['week', 'left_out', 'days_0_observed', 'events', 'mean', 'low_95', 'high_95'],
    rows: weeks.map(({ week, gap, zeros, events, mean, low, high }) => [
      week,
      gap ? 'yes' : 'no',
      zeros,
      rounded(events),
      rounded(mean),
      rounded(low),
      rounded(high),
    ]),
  };
}

/** A way to ask the same: as it was asked, by exact days alone, with another window. */
export interface RatioRow {
  label: string;
  weeks: number;
  counts: SideCounts;
  before: number;
  after: number;
  ratio: RateRatio | null;
  /** True for the answer itself, and for rows that have no interval of their own. */
  asked: boolean;
}

/** The answer, and what it would be by other rules and windows. */
export function ratioRows(study: EventStudy): RatioRow[] {
  const { counts, windows, variants } = study;
  const base = { weeks: windows.weeks, counts, asked: false };
  const weeksOf = (n: number): string => `${n} ${n === 1 ? 'week' : 'weeks'} each side`;
  return [
    {
      ...base,
      label: `As asked: ${weeksOf(windows.weeks)}`,
      before: counts.before.events,
      after: counts.after.events,
      ratio: study.ratio,
      asked: true,
    },
    {
      ...base,
      label: 'Only events dated to the day',
      before: counts.before.exact,
      after: counts.after.exact,
      ratio: study.exactRatio,
    },
    ...variants
      .filter(({ weeks }) => weeks !== windows.weeks)
      .map((variant) => ({
        label: weeksOf(variant.weeks),
        weeks: variant.weeks,
        counts: variant.counts,
        before: variant.counts.before.events,
        after: variant.counts.after.events,
        ratio: variant.ratio,
        asked: false,
      })),
  ];
}

/** The ratios with their intervals; an empty upper bound has no limit. */
export function ratioSheet(study: EventStudy): Sheet {
  return {
    header: [
      'what', 'weeks', 'days_before', 'days_after', 'events_before', 'events_after', 'share_before', 'share_after',
      'least_before', 'least_after', 'most_before', 'most_after', 'ratio', 'low_95', 'high_95', 'p',
    ], // prettier-ignore
    rows: ratioRows(study).map(({ label, weeks, counts, before, after, ratio }) => [
      label,
      weeks,
      counts.before.days,
      counts.after.days,
      before,
      after,
      rounded(counts.before.share),
      rounded(counts.after.share),
      counts.least.before,
      counts.least.after,
      counts.most.before,
      counts.most.after,
      rounded(ratio?.ratio ?? null),
      rounded(ratio?.low ?? null),
      rounded(ratio?.high ?? null),
      rounded(ratio?.p ?? null),
    ]),
  };
}

/** The standardised difference at every date; shift 0 is the study itself. */
export function placeboSheet(placebo: Placebo | null): Sheet {
  const rows = placebo
    ? [[0, rounded(placebo.own)], ...placebo.others.map((other, i) => [placebo.shifts[i]!, rounded(other)])]
    : [];
  return { header: ['days_moved', 'difference'], rows: rows.sort((a, b) => Number(a[0]) - Number(b[0])) };
}

/** Each day 0 with its own weeks; an empty week is not observed. */
export function zeroSheet(study: EventStudy, zeros: readonly StudyZero[]): Sheet {
  const numbers = weekNumbers(study.windows);
  return {
    header: ['day_0', 'place', 'anchors', ...numbers.map((n) => `week_${n}`)],
    rows: zeros.map(({ day, place, anchors, weeks }) => [
      dayFromNumber(day),
      place,
      anchors,
      ...weeks.map(rounded),
    ]),
  };
}
