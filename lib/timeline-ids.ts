import { endAt } from './index-base';
import { changedRows, isAsked, NO_GROUP, selected, type Asked, type LaneGroups } from './lane-groups';

/** Ids of the events that pass and touch the days, both included; for where they are known to be few. */
export function idsTouching(asked: Asked, from: number, to: number): number[] {
  const { base, removed } = asked.index;
  const { low, high, reaching } = selected({ ...asked, ids: null }, from, to);
  const ids: number[] = [];
  const take = (at: number): void => {
    if (isAsked(asked, at) && !removed.has(base.id[at]!)) ids.push(base.id[at]!);
  };
  for (let at = low; at < high; at++) take(at);
  reaching.forEach(take);
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

/** True where the base's event touches the days of the question too, and is among its ids. */
function isSelected(asked: Asked, start: number, at: number): boolean {
  const { from, to } = asked.question;
  return start <= to && (start >= from || endAt(asked.index.base, at, start) >= from) && isAsked(asked, at);
}

/** Walks the base away from a day until every lane has its event. */
function walk(asked: Asked, { lanesOf, comboGroup }: LaneGroups, day: number, nearest: Nearest): void {
  const { base, removed } = asked.index;
  const { firstDay, before, combo, id } = base;
  const days = before.length - 1;
  const { direction } = nearest;
  const begin = Math.min(Math.max(day - firstDay, 0), days);
  for (let d = direction === 1 ? begin : begin - 1; d >= 0 && d < days && !nearest.settled; d += direction) {
    for (let at = before[d]!; at < before[d + 1]!; at++) {
      const group = comboGroup[combo[at]!]!;
      if (group === NO_GROUP || !lanesOf[group]!.some((lane) => nearest.isOpen(lane))) continue;
      if (!isSelected(asked, firstDay + d, at) || removed.has(id[at]!)) continue;
      for (const lane of lanesOf[group]!) nearest.offer(lane, firstDay + d, true);
    }
  }
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
