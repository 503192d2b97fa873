import type { Sheet } from '@/lib/csv';
import { dayFromNumber } from '@/lib/days';
import { rounded } from '@/lib/rounded';
import { surroundingCells, surroundingColumns, type Surroundings } from '@/lib/surrounding-columns';
import type { Comparison } from './comparison';

const PARTS = ['a', 'b'] as const;

/** Totals and rates, a row a side; the ratio stands with A. An empty upper bound has no limit. */
export function rateSheet(found: Comparison): Sheet {
  return {
    header: [
      'side', 'events', 'reported', 'in_both', 'rate_from', 'rate_to', 'rate_days', 'rate_events', 'a_month', 'low_95', 'high_95',
      'ratio_a_to_b', 'ratio_low_95', 'ratio_high_95', 'p',
    ], // prettier-ignore
    rows: PARTS.map((part) => {
      const { total, reported, observed, days, events, rate } = found[part];
      const ratio = part === 'a' ? found.ratio : null;
      return [
        part.toUpperCase(),
        total,
        reported,
        found.both,
        observed && dayFromNumber(observed.from),
        observed && dayFromNumber(observed.to),
        days,
        events,
        ...[rate?.mean, rate?.low, rate?.high, ratio?.ratio, ratio?.low, ratio?.high, ratio?.p].map((n) =>
          rounded(n ?? null),
        ),
      ];
    }),
  };
}

/** Types and pillars: events and shares of either side, and their difference. */
export function mixSheet({ a, b, mix }: Comparison): Sheet {
  return {
    header: [
      'by',
      'code',
      'label',
      'events_a',
      'events_b',
      'share_a',
      'share_b',
      'difference',
      'low_95',
      'high_95',
    ],
    rows: mix.map((row) => [
      row.by,
      row.code,
      row.label,
      row.a,
      row.b,
      ...[
        a.total > 0 ? row.a / a.total : null,
        b.total > 0 ? row.b / b.total : null,
        row.difference?.difference ?? null,
        row.difference?.low ?? null,
        row.difference?.high ?? null,
      ].map(rounded),
    ]),
  };
}

/** Events of either side by period, with what goes with their chart. */
export function binSheet({ bins, period }: Comparison, surroundings: Surroundings): Sheet {
  return {
    header: ['period', 'from', 'to', 'events_a', 'events_b', ...surroundingColumns],
    rows: bins.map(({ from, to, a, b }) => [
      period,
      from,
      to,
      a,
      b,
      ...surroundingCells(surroundings, from, to),
    ]),
  };
}

export const compareSheets: Record<string, (found: Comparison, surroundings: Surroundings) => Sheet> = {
  rates: rateSheet,
  mix: mixSheet,
  timeline: binSheet,
};
