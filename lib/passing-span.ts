import { positionOf, startAt, type IndexBase, type MonthCounts } from './index-base';
import { countOf, passes, positionAt, type Fails, type Selection } from './selection';
import { countBelow } from './timeline-search';

/** First start and last end, in day numbers. */
export interface DaySpan {
  from: number;
  to: number;
}

/** Where events that pass are this rare, their months are looked up rather than searched for event by event. */
const RARE = 200;
const MANY = 50_000;

/** The first and the last of the months in which events that pass may start, of those that any of the lists name. */
function monthsOf(base: IndexBase, fails: Fails): { first: number; last: number } {
  const found = { first: base.months.length, last: -1 };
  const see = ({ starts, month }: MonthCounts, i: number): void => {
    found.first = Math.min(found.first, month[starts[i]!]!);
    found.last = Math.max(found.last, month[starts[i + 1]! - 1]!);
  };
  const { traitMonths, placeMonths, placeCombos, placeCombo, comboTrait, traits } = base;
  if (fails.place.every((one) => one === 0)) {
    for (let t = 0; t < traits.size; t++) if (fails.trait[t] === 0) see(traitMonths, t);
  } else
    for (let p = 0; p + 1 < placeCombos.length; p++)
      for (let i = placeCombos[p]!; i < placeCombos[p + 1]! && fails.place[p] === 0; i++)
        if (fails.trait[comboTrait[placeCombo[i]!]!] === 0) see(placeMonths, i);
  return found;
}

/** The positions between which all selected events that pass start, closer than the selection where they are rare. */
function bounds(base: IndexBase, { low, high, chosen }: Selection, fails: Fails, total: number) {
  if (chosen || high - low < MANY || total * RARE > high - low) return { low, high };
  const { first, last } = monthsOf(base, fails);
  const beginsAt = (m: number): number =>
    m < base.months.length ? positionOf(base, base.months[m]!) : base.size;
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
  const { chosen } = selection;
  const started = { ...selection, low, high: Math.max(low, high) };
  const count = countOf(started);
  const position = (i: number): number => positionAt(started, i);
  let [from, earliest, to] = [Infinity, Infinity, -Infinity];
  for (let i = 0; i < selection.reaching.length; i++) {
    const at = selection.reaching[i]!;
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
