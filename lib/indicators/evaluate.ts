import type { Day } from '@/lib/days';
import { earsC2 } from '@/lib/stats/ears';
import { isExpectation, type Expected } from '@/lib/stats/expectation';
import { farrington, monthly, weekly } from '@/lib/stats/farrington';
import type { Indicator } from './indicator';

export const statuses = ['normal', 'raised', 'high', 'unknown'] as const;
export type Status = (typeof statuses)[number];

/** A period with what was counted in it; null where nothing is known. */
export interface Count {
  from: Day;
  to: Day;
  /** "June 2020", "Year to March 2021". */
  title: string;
  value: number | null;
  /** What is counted, in the plural: "events", "referrals"; without it where a value is no count. */
  noun?: string | undefined;
}

/** What an indicator says of a period. */
export interface Reading extends Count {
  status: Status;
  /** Which way it is off: 0 where it is not. */
  side: -1 | 0 | 1;
  /** The band within which nine in ten such periods and more lie: up to "raised", and down to it. */
  band: { low: number; high: number } | null;
  /** Of `change`: per cent against the year before. */
  change: number | null;
  /** The value of the period that it is compared with, for `change`. */
  before: Count | null;
  /** Why there is no status, in words; '' where there is one. */
  missing: string;
}

type Rules = Pick<Indicator, 'method' | 'period' | 'baseline' | 'raised' | 'high' | 'direction'> &
  Partial<Pick<Indicator, 'measure'>>;

/** Fewer events than this in the period and its baseline together say nothing. */
const FEW = 5;
/** A change against fewer than this is mostly chance (ACLED's and HDX's guards against low bases). */
const LOW_BASE = 20;
/** Half an event: without it one event after a silence would be beyond any bar. */
const LEAST_DEVIATION = 0.5;

const unknown = (count: Count, missing: string): Reading => ({
  ...count,
  status: 'unknown',
  side: 0,
  band: null,
  change: null,
  before: null,
  missing,
});

function expectedAt(values: readonly number[], at: number, { method, period, baseline }: Rules): Expected {
  if (method === 'farrington') return farrington(values, at, period === 'week' ? weekly : monthly);
  return earsC2(values, at, { baseline, leastDeviation: LEAST_DEVIATION });
}

/** A count against what is expected of it. */
function readCount(counts: readonly Count[], values: readonly number[], at: number, rules: Rules): Reading {
  const count = counts[at]!;
  const expected = expectedAt(values, at, rules);
  if (!isExpectation(expected)) return unknown(count, expected.reason);
  const back = rules.method === 'farrington' ? at : rules.baseline + 2;
  const seen = values.slice(Math.max(0, at - back), at + 1).reduce((sum, n) => sum + n, 0);
  if (seen < FEW)
    return unknown(
      count,
      `${seen === 0 ? 'none' : `only ${seen}`} in ${back + 1} ${rules.period}s, too few to judge`,
    );
  const value = values[at]!;
  const beyond = (share: number): -1 | 0 | 1 => {
    if (rules.direction !== 'down' && value > expected.quantile(share)) return 1;
    return rules.direction !== 'up' && value < expected.quantile(1 - share) ? -1 : 0;
  };
  const [raised, high] = [beyond(rules.raised), beyond(rules.high)];
  return {
    ...unknown(count, ''),
    status: high !== 0 ? 'high' : raised !== 0 ? 'raised' : 'normal',
    side: raised,
    band: { low: expected.quantile(1 - rules.raised), high: expected.quantile(rules.raised) },
  };
}

/** The period of the year before: the one that lies a year back, whole. */
function yearBefore(counts: readonly Count[], { from, to }: Count): Count | undefined {
  const back = (day: Day): string => `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4, 7)}`;
  return counts.find((one) => one.from.slice(0, 7) === back(from) && one.to.slice(0, 7) === back(to));
}

/** A number against the one of the year before. */
function readChange(counts: readonly Count[], at: number, rules: Rules): Reading {
  const { raised, high, direction } = rules;
  const count = counts[at]!;
  const before = yearBefore(counts, count);
  if (count.value === null) return unknown(count, 'no number was published');
  if (!before || before.value === null) return unknown(count, 'there is no number of the year before');
  // A level is no count of things that happen by chance: it need only be there.
  if (rules.measure === 'last' ? before.value <= 0 : before.value < LOW_BASE)
    return unknown(count, `${before.value} the year before is too few to compare with`);
  const change = (count.value / before.value - 1) * 100;
  const side = change > 0 ? 1 : -1;
  const counted = direction === 'both' || (direction === 'up') === change > 0;
  const size = counted ? Math.abs(change) : 0;
  const status = size >= high ? 'high' : size >= raised ? 'raised' : 'normal';
  const reach = (sign: number): number => before.value! * (1 + (sign * raised) / 100);
  return {
    ...unknown(count, ''),
    status,
    side: status === 'normal' ? 0 : side,
    band: { low: Math.max(0, reach(-1)), high: reach(1) },
    change,
    before,
  };
}

/** How the indicator reads the period at a place of `counts`. */
function readerOf(counts: readonly Count[], rules: Rules): (at: number) => Reading {
  const values = counts.map(({ value }) => value ?? 0);
  return (at) =>
    rules.method === 'change' ? readChange(counts, at, rules) : readCount(counts, values, at, rules);
}

/**
 * What the indicator says of each period, from those before it alone: what came later does not change what was said.
 * `counts` by period without gaps, oldest first.
 */
export function evaluate(counts: readonly Count[], rules: Rules): Reading[] {
  const read = readerOf(counts, rules);
  return counts.map((_, at) => read(at));
}

/** The same, with the thread left to others after each few periods: six hundred weekly models take seconds. */
export async function evaluateInTurns(counts: readonly Count[], rules: Rules): Promise<Reading[]> {
  const read = readerOf(counts, rules);
  const readings: Reading[] = [];
  for (let at = 0; at < counts.length; at++) {
    if (at % 8 === 0) await new Promise((resolve) => setImmediate(resolve));
    readings.push(read(at));
  }
  return readings;
}

/** The periods in which the status, or the side that it is off, became another one; oldest first. The first known one is. */
export function statusChanges(readings: readonly Reading[]): Reading[] {
  let before: Pick<Reading, 'status' | 'side'> = { status: 'unknown', side: 0 };
  return readings.filter((reading) => {
    const changed = reading.status !== before.status || reading.side !== before.side;
    before = reading;
    return changed;
  });
}
