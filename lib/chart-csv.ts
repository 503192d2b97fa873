import type { Breakdown, Share } from './breakdowns';
import type { PeriodData } from './chart-period';
import type { Sheet } from './csv';
import type { Day } from './days';
import { pillarTerms } from './vocabulary';

/**
 * The chart by period: a row a period; of each count, how many are dated only by report. With what lies over it, how many of
 * that touch each period.
 */
export function periodSheet(
  { columns }: PeriodData,
  over: readonly { startsOn: Day; endsOn: Day }[] | null = null,
): Sheet {
  const touching = (from: Day, to: Day): number =>
    over!.filter(({ startsOn, endsOn }) => startsOn <= to && endsOn >= from).length;
  return {
    header: [
      'from',
      'to',
      'period',
      'events',
      'events_by_report',
      ...pillarTerms.flatMap(({ code }) => [code, `${code}_by_report`]),
      ...(over ? ['overlaid_events'] : []),
    ],
    rows: columns.map(({ from, to, title, total, reported, pillars }) => [
      from,
      to,
      title,
      total,
      reported,
      ...pillars.flatMap((tally) => [tally.dated + tally.reported, tally.reported]),
      ...(over ? [touching(from, to)] : []),
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
