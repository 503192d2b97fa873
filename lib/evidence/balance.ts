import { countTicks } from '@/lib/chart-axis';
import type { EventRecord } from '@/lib/event';
import { formatCount } from '@/lib/numbers';
import { binsBetween, binTitle, periodFor, type Bin, type Period } from '@/lib/periods';
import type { StandingBearing } from './evidence';

/** A link that stands, with the event that it is to. Readers are given published and archived events alone. */
export interface EvidenceItem {
  id: number;
  bearing: StandingBearing;
  note: string;
  writtenAt: string;
  event: EventRecord;
}

export type Tally = Record<StandingBearing, number>;

/** What bears on a question in a period, in events by the day on which they start. */
export interface BalanceColumn extends Bin, Tally {
  title: string;
}

export interface Balance {
  period: Period;
  /** From the first event to the last, periods without one included; none where nothing is linked. */
  columns: BalanceColumn[];
  total: Tally;
  /** Linked events that are not part of the record any more: shown, not counted. */
  archived: number;
}

const none: Tally = { supports: 0, against: 0, context: 0 };

/** The evidence for a question over time. Months at the finest: few events bear on a question in a week. */
export function balanceOf(items: readonly EvidenceItem[]): Balance {
  const counted = items.filter(({ event }) => event.status === 'published');
  const archived = items.filter(({ event }) => event.status === 'archived').length;
  const days = counted.map(({ event }) => event.startsOn).sort();
  const [from, to] = [days[0], days.at(-1)];
  const total = { ...none };
  for (const { bearing } of counted) total[bearing]++;
  if (from === undefined || to === undefined) return { period: 'month', columns: [], total, archived };
  const finest = periodFor(from, to);
  const period = finest === 'day' || finest === 'week' ? 'month' : finest;
  const columns = binsBetween(from, to, period).map((bin) => ({
    ...bin,
    ...none,
    title: binTitle(bin, period),
  }));
  for (const { bearing, event } of counted) columns.find((column) => column.to >= event.startsOn)![bearing]++;
  return { period, columns, total, archived };
}

/** The balance in words: "12 events support it, 3 speak against it; 2 give context." */
export function balanceWords({ total: { supports, against, context } }: Pick<Balance, 'total'>): string {
  if (supports + against + context === 0) return 'No event is linked to this question yet';
  const side = (n: number, zero: string, one: string, many: string): string =>
    n === 0 ? zero : n === 1 ? one : `${formatCount(n)} ${many}`;
  const beside = side(context, '', '; 1 gives context', 'give context');
  return [
    side(supports, 'No event supports it', '1 event supports it', 'events support it'),
    `, ${side(against, 'none speaks against it', '1 speaks against it', 'speak against it')}`,
    context > 1 ? `; ${beside}` : beside,
  ].join('');
}

/** The scale of a balance: what supports above the line, what speaks against it below, on one scale. */
export interface BalanceScale {
  /** Round counts to label, those below the line as negative numbers. */
  ticks: number[];
  /** The share of the height, from the top, at which a count lies; below the line for negative ones. */
  at(count: number): number;
}

/** Room for the highest column on either side, and for one event where there is none. */
export function balanceScale(columns: readonly Tally[]): BalanceScale {
  const up = countTicks(Math.max(1, ...columns.map(({ supports }) => supports)));
  const down = countTicks(Math.max(1, ...columns.map(({ against }) => against)));
  // Both sides by the wider step, so that one length is one number of events everywhere.
  const step = Math.max(up[1]!, down[1]!);
  const [top, foot] = [up, down].map((ticks) => Math.ceil(ticks.at(-1)! / step) * step) as [number, number];
  const ticks = Array.from({ length: (top + foot) / step + 1 }, (_, i) => top - i * step);
  return { ticks, at: (count) => (top - count) / (top + foot) };
}
