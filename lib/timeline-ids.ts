import { positionOf, startAt } from './index-base';
import { changedRows, NO_GROUP, selected, type Asked, type LaneGroups } from './lane-groups';
import { countOf, firstFrom, passes, positionAt } from './selection';

/** Ids of the events that pass and touch the days, both included; for where they are known to be few. */
export function idsTouching(asked: Asked, from: number, to: number): number[] {
  const { base, removed } = asked.index;
  const selection = selected(asked, from, to);
  const ids: number[] = [];
  const take = (at: number): void => {
    if (passes(base, asked.fails, at) && !removed.has(base.id[at]!)) ids.push(base.id[at]!);
  };
  for (let i = 0; i < countOf(selection); i++) take(positionAt(selection, i));
  selection.reaching.forEach(take);
  for (const [row, n] of changedRows(asked, from, to)) if (n === 1) ids.push(row.id);
  return ids;
}

/** The nearest starts of lanes beyond a day, and which lanes are settled. */
class Nearest {
  readonly days: (number | null)[];
  readonly #open: Set<number>;

  constructor(
    readonly direction: 1 | -1,
    /** For each lane whether there can be any at all. */
    hopes: readonly boolean[],
  ) {
    this.days = hopes.map(() => null);
    this.#open = new Set(hopes.flatMap((hope, lane) => (hope ? [lane] : [])));
  }

  get settled(): boolean {
    return this.#open.size === 0;
  }

  isOpen(lane: number): boolean {
    return this.#open.has(lane);
  }

  offer(lane: number, day: number, last: boolean): void {
    const known = this.days[lane] ?? day;
    this.days[lane] = this.direction === 1 ? Math.min(known, day) : Math.max(known, day);
    if (last) this.#open.delete(lane);
  }
}

/** Walks the base's events that are asked for away from a day until every lane has its own. */
function walk(asked: Asked, { lanesOf, comboGroup }: LaneGroups, day: number, nearest: Nearest): void {
  const { base, removed } = asked.index;
  const { direction } = nearest;
  const selection = selected(asked, -Infinity, Infinity);
  const offer = (at: number, last: boolean): void => {
    const group = comboGroup[base.combo[at]!]!;
    if (group === NO_GROUP || !lanesOf[group]!.some((lane) => nearest.isOpen(lane))) return;
    if (removed.has(base.id[at]!)) return;
    const start = startAt(base, at);
    for (const lane of lanesOf[group]!)
      if (direction === 1 ? start >= day : start < day) nearest.offer(lane, start, last);
  };
  // What reaches into the days of the question starts before all else that touches them, in no order.
  for (const at of selection.reaching) offer(at, false);
  const begin = firstFrom(selection, positionOf(base, day));
  const count = countOf(selection);
  for (let i = direction === 1 ? begin : begin - 1; i >= 0 && i < count && !nearest.settled; i += direction)
    offer(positionAt(selection, i), true);
}

/**
 * For each lane, the day on which its first event from a day on starts, or its last before that day; null where there is
 * none. Costs by the events between.
 * @param hopes for each lane, false where it is known to have none
 */
export function nextStarts(
  asked: Asked,
  groups: LaneGroups,
  day: number,
  direction: 1 | -1,
  hopes: readonly boolean[],
): (number | null)[] {
  const nearest = new Nearest(direction, hopes);
  for (const [row, n] of changedRows(asked, -Infinity, Infinity)) {
    const beyond = direction === 1 ? row.start >= day : row.start < day;
    if (n === 1 && beyond)
      for (const lane of groups.lanesOf[groups.groupOf(row)]!) nearest.offer(lane, row.start, false);
  }
  walk(asked, groups, day, nearest);
  return nearest.days;
}
