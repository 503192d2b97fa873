import { createHash } from 'node:crypto';
import type { Day } from '@/lib/days';
import type { Reading, Status } from './evaluate';
import type { Indicator } from './indicator';
import { reasonWords } from './status-words';

/** What an indicator stands at: its status, and the side that it is off. */
export type Standing = Pick<Reading, 'status' | 'side'>;

/** What was last said of a period. */
export interface Said extends Standing {
  from: Day;
  to: Day;
  title: string;
}

export const moveTerms = [
  { code: 'begun', label: 'Watching began', definition: 'The first reading that was stored.' },
  { code: 'alert', label: 'New status', definition: 'What the indicator says now became something else.' },
  {
    code: 'revised',
    label: 'Past period revised',
    definition: 'An edit changed what is said of a period that others have followed. Nobody is alerted.',
  },
  {
    code: 'redefined',
    label: 'Indicator changed',
    definition: 'The indicator itself was changed, and says something else of the same record.',
  },
] as const;
export type MoveKind = (typeof moveTerms)[number]['code'];

/** A change of what is said of a period. */
export interface Move {
  kind: MoveKind;
  period: Pick<Said, 'from' | 'to' | 'title'>;
  /** Null where nothing was said before. */
  before: Standing | null;
  after: Standing;
  /** In words, with its numbers. */
  reason: string;
}

const same = (a: Standing, b: Standing): boolean => a.status === b.status && a.side === b.side;
const standingOf = ({ status, side }: Standing): Standing => ({ status, side });
const nothing: Standing = { status: 'unknown' satisfies Status, side: 0 };
const periodKey = ({ from, to }: Pick<Said, 'from' | 'to'>): string => `${from}/${to}`;

/** Periods that were spoken of and are no more; those that lie before all readings are only out of sight. */
function missing(said: readonly Said[], readings: readonly Reading[]): Said[] {
  const now = new Set(readings.map(periodKey));
  const first = readings[0]?.from ?? '';
  return said.filter((one) => one.from >= first && !now.has(periodKey(one)));
}

/** What is said with these readings: of their periods, and of those that were spoken of `before`, that nothing is known. */
export function saidOf(readings: readonly Reading[], before: readonly Said[] = []): Said[] {
  return [
    ...readings.map(({ from, to, title, status, side }) => ({ from, to, title, status, side })),
    ...missing(before, readings).map((one) => ({ ...one, ...nothing })),
  ];
}

/** A name for what readings say, by which two evaluations that say the same are known without comparing them. */
export function readingsHash(readings: readonly Reading[]): string {
  const told = readings.map(({ from, to, status, side }) => [from, to, status, side]);
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}

/** A name for what an indicator asks: for all that its readings depend on beside the record. */
export function definitionHash(indicator: Indicator): string {
  const { query, measure, counted, unit, series, period, method, baseline, raised, high, direction } =
    indicator;
  return createHash('sha256')
    .update(
      JSON.stringify([
        query,
        measure,
        counted,
        unit,
        series,
        period,
        method,
        baseline,
        raised,
        high,
        direction,
      ]),
    )
    .digest('base64url');
}

function withdrawn(said: readonly Said[], readings: readonly Reading[]): Move[] {
  return missing(said, readings)
    .filter((one) => !same(one, nothing))
    .map((one) => ({
      kind: 'revised',
      period: one,
      before: standingOf(one),
      after: nothing,
      reason: `${one.title}: the record does not speak of this period any more`,
    }));
}

/** What became of each period, beside its own earlier status, or for a new one that of the period before it. */
function pastMoves(said: readonly Said[], readings: readonly Reading[], baseline: string): Move[] {
  const known = new Map(said.map((one) => [periodKey(one), one]));
  return readings.flatMap((reading, i) => {
    const before = known.get(periodKey(reading)) ?? readings[i - 1] ?? nothing;
    if (same(before, reading)) return [];
    return {
      kind: 'revised' as const,
      period: reading,
      before: standingOf(before),
      after: standingOf(reading),
      reason: reasonWords(reading, baseline),
    };
  });
}

/**
 * What changed between what was said before and what the readings, oldest first, say now. `stood` is what the indicator was
 * last said to stand at, null where nothing was said yet; `baseline` what its band rests on, in words. The indicator stands
 * at its last reading: only a change of that is an alert, whatever brought it, a new period or an edit. A change of an
 * earlier period is a revision. Where the indicator itself was changed, that is all there is to say.
 */
export function statusMoves(
  { said, stood, redefined }: { said: readonly Said[]; stood: Standing | null; redefined: boolean },
  readings: readonly Reading[],
  baseline: string,
): Move[] {
  const last = readings.at(-1);
  const period = last ?? said.findLast((one) => !same(one, nothing)) ?? said.at(-1);
  if (!period) return [];
  const now: Omit<Move, 'kind' | 'before'> = {
    period,
    after: last ? standingOf(last) : nothing,
    reason: last ? reasonWords(last, baseline) : 'Nothing has been counted any more',
  };
  if (stood === null) return [{ ...now, kind: 'begun', before: null }];
  if (redefined) return [{ ...now, kind: 'redefined', before: stood }];
  const isAlert = !same(stood, now.after);
  // What the alert says of the last period is not said twice.
  const past = isAlert ? readings.slice(0, -1) : readings;
  return [
    ...withdrawn(said, readings),
    ...pastMoves(said, past, baseline),
    ...(isAlert ? [{ ...now, kind: 'alert' as const, before: stood }] : []),
  ];
}

/** Whether somebody who is told of changes is told of this one: what the indicator says now is not what it said. */
export function isTold({ kind, before, after }: Pick<Move, 'kind' | 'before' | 'after'>): boolean {
  return (kind === 'alert' || kind === 'redefined') && before !== null && !same(before, after);
}
