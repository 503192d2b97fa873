import type { Breakdown, Share } from './breakdowns';
import type { PeriodData } from './chart-period';
import type { Sheet } from './csv';
import { surroundingCells, surroundingColumns, type Surroundings } from './surrounding-columns';
import { pillarTerms } from './vocabulary';

/**
 * The chart by period: a row a period; of each count, how many are dated only by report. With what goes with it,
 * that too.
 */
export function periodSheet({ columns }: PeriodData, surroundings: Surroundings | null = null): Sheet {
  return {
    header: [
      'from',
      'to',
      'period',
      'events',
      'events_by_report',
      ...pillarTerms.flatMap(({ code }) => [code, `${code}_by_report`]),
      ...(surroundings ? surroundingColumns : []),
    ],
    rows: columns.map(({ from, to, title, total, reported, pillars }) => [
      from,
      to,
      title,
      total,
      reported,
      ...pillars.flatMap((tally) => [tally.dated + tally.reported, tally.reported]),
      ...(surroundings ? surroundingCells(surroundings, from, to) : []),
    ]),
  };
}

const codeNames: Record<Breakdown, string> = { pillars: 'pillar', types: 'type', regions: 'place' };

/** A breakdown: a row a bar; `in_filter` tells the bars that the breakdown's own filter leaves out. */
export function breakdownSheet(by: Breakdown, shares: readonly Share[]): Sheet {
  return {
    header: [`${codeNames[by]}_code`, codeNames[by], 'events', 'events_by_report', 'in_filter'],
    rows: shares.map(({ code, label, count, reported, chosen }) => [
      code,
      label,
      count,
      reported,
      chosen ? 'yes' : 'no',
    ]),
  };
}
