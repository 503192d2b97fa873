import { positionOf, startAt, type IndexBase } from './index-base';
import { passes, type Fails, type Selection } from './selection';
import { countBelow } from './timeline-search';

/** First start and last end, in day numbers. */
export interface DaySpan {
  from: number;
  to: number;
}

/** Where events that pass are this rare, their months are looked up rather than searched for event by event. */
const RARE = 200;
const MANY = 50_000;

/** The positions between which all selected events that pass start, closer than the selection where they are rare. */
function bounds(base: IndexBase, { low, high, chosen }: Selection, fails: Fails, total: number) {
  if (chosen || high - low < MANY || total * RARE > high - low) return { low, high };
  const { comboPlace, comboTrait, comboMonths, month, months } = base;
  let [first, last] = [months.length, -1];
  const beginsAt = (m: number): number => (m < months.length ? positionOf(base, months[m]!) : base.size);
  for (let c = 0; c < comboTrait.length; c++) {
    if (fails.trait[comboTrait[c]!] !== 0 || fails.place[comboPlace[c]!] !== 0) continue;
    for (let e = comboMonths[c]!; e < comboMonths[c + 1]!; e++) {
      const m = month[e]!;
      if (beginsAt(m + 1) <= low || beginsAt(m) >= high) continue;
      first = Math.min(first, m);
      last = Math.max(last, m);
    }
  }
  return { low: Math.max(low, beginsAt(first)), high: Math.min(high, beginsAt(last + 1)) };
}

/**
 * First start and last end of the selected events that pass; null where there is none. `gone` are ids of the base that
 * do not count any more, `total` about how many pass.
 */
export function passingSpan(
  base: IndexBase,
  selection: Selection,
  fails: Fails,
  { gone, total }: { gone: ReadonlyMap<number, unknown>; total: number },
): DaySpan | null {
  const { id } = base;
  const counts = (at: number): boolean => passes(base, fails, at) && (gone.size === 0 || !gone.has(id[at]!));
  const { low, high } = bounds(base, selection, fails, total);
  const chosen = selection.chosen;
  const count = chosen ? chosen.length : Math.max(0, high - low);
  const position = (i: number): number => (chosen ? chosen[i]! : low + i);
  let [from, earliest, to] = [Infinity, Infinity, -Infinity];
  for (const [i, at] of selection.reaching.entries()) {
    if (!counts(at)) continue;
    earliest = Math.min(earliest, at);
    to = Math.max(to, selection.reachingEnd[i]!);
  }
  if (earliest < Infinity) from = startAt(base, earliest);
  for (let i = 0; i < count && from === Infinity; i++)
    if (counts(position(i))) from = startAt(base, position(i));
  if (from === Infinity) return null;
  // The last start is an end at least; events of several days may end later, the longer the further back they start.
  for (let i = count - 1; i >= 0; i--)
    if (counts(position(i))) {
      to = Math.max(to, startAt(base, position(i)));
      break;
    }
  const isChosen = (at: number): boolean => chosen === null || chosen[countBelow(chosen, at)] === at;
  for (const { most, at, end } of base.spans) {
    const first = countBelow(at, Math.max(selection.low, positionOf(base, to - most)));
    for (let i = countBelow(at, selection.high) - 1; i >= first; i--)
      if (end[i]! > to && counts(at[i]!) && isChosen(at[i]!)) to = end[i]!;
  }
  return { from, to };
}
