import { endAt, LONG, positionOf, startAt, type IndexBase } from './index-base';
import { passes, type Fails, type Selection } from './selection';

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
  const { id, length, long, before, firstDay } = base;
  const counts = (at: number): boolean => passes(base, fails, at) && (gone.size === 0 || !gone.has(id[at]!));
  const { low, high } = bounds(base, selection, fails, total);
  const chosen = selection.chosen;
  const count = chosen ? chosen.length : Math.max(0, high - low);
  const position = (i: number): number => (chosen ? chosen[i]! : low + i);
  let from = Infinity;
  for (const at of selection.reaching) if (counts(at)) from = Math.min(from, startAt(base, at));
  for (let i = 0; i < count && from === Infinity; i++)
    if (counts(position(i))) from = startAt(base, position(i));
  if (from === Infinity) return null;
  let to = -Infinity;
  for (const at of selection.reaching) if (counts(at)) to = Math.max(to, endAt(base, at, startAt(base, at)));
  // Long events by their end, since where they start says little; the first that passes is the last to end.
  const inChosen = chosen ? new Set(chosen) : null;
  for (const i of long.byEnd) {
    if (long.end[i]! <= to) break;
    const at = long.at[i]!;
    if (at >= selection.low && at < selection.high && (inChosen?.has(at) ?? true) && counts(at))
      to = long.end[i]!;
  }
  // Short ones from the last start, until none before can end later.
  let day = count > 0 ? startAt(base, position(count - 1)) : 0;
  for (let i = count - 1; i >= 0; i--) {
    const at = position(i);
    while (before[day - firstDay]! > at) day--;
    if (day + LONG <= to) break;
    if (length[at]! <= LONG && counts(at)) to = Math.max(to, day + length[at]!);
  }
  return { from, to };
}
