import { shareIn, type ColumnDays, type Stretch } from './chart-columns';
import { lockdownWords } from './chart-words';
import { shiftDay, type Day } from './days';
import { countOf } from './numbers';
import type { Overlay } from './overlay';
import type { LockdownBand } from './timeline';

interface Spell {
  startsOn: Day;
  endsOn: Day;
}

/** What lies over a chart at one place of it: a stretch of days, or a single one, which a stretch is too narrow to show. */
export interface Laid<M = LockdownBand> extends Stretch {
  point: boolean;
  marks: M[];
}

/**
 * Where marks lie over columns, as shares of their width, in order: those of several days as stretches, where they touch one; those
 * of a single day as points, each place once. What lies beside the chart is left out.
 */
export function layOver<M extends Spell>(
  marks: readonly M[],
  { columns }: { columns: readonly ColumnDays[] },
): Laid<M>[] {
  const first = columns[0]?.from;
  const last = columns.at(-1)?.to;
  if (first === undefined || last === undefined) return [];
  const laid: Laid<M>[] = [];
  let open: Laid<M> | undefined;
  const points = new Map<Day, Laid<M>>();
  for (const mark of [...marks].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const { startsOn, endsOn } = mark;
    if (endsOn < first || startsOn > last) continue;
    const from = shareIn(columns, startsOn < first ? first : startsOn);
    const to = endsOn >= last ? 1 : shareIn(columns, shiftDay(endsOn, 1));
    const point = startsOn === endsOn;
    const here = point ? points.get(startsOn) : open && open.to >= from ? open : undefined;
    if (here) {
      here.to = Math.max(here.to, to);
      here.marks.push(mark);
      continue;
    }
    const one: Laid<M> = { from, to, point, marks: [mark] };
    laid.push(one);
    if (point) points.set(startsOn, one);
    else open = one;
  }
  return laid;
}

/** A name above the chart for what begins there. */
export interface OverTag {
  /** Where it begins, and how much of the width it may take. */
  from: number;
  room: number;
  label: string;
  marks: LockdownBand[];
}

/** The least share of the width that a name has, so that a finger finds it on a phone. */
const LEAST = 0.08;

const labelOf = (kind: Overlay['kind'], marks: readonly LockdownBand[]): string => {
  if (kind === 'events') return marks.length === 1 ? marks[0]!.title : countOf(marks.length, 'event');
  const words = lockdownWords(marks);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Names for what lies over a chart, from the left; what begins too near to another shares its name. */
export function overTags(over: readonly Laid[], kind: Overlay['kind']): OverTag[] {
  const groups: { from: number; marks: LockdownBand[] }[] = [];
  for (const { from, marks } of [...over].sort((a, b) => a.from - b.from)) {
    const at = Math.min(from, 1 - LEAST);
    const before = groups.at(-1);
    if (before && at - before.from < LEAST) before.marks.push(...marks);
    else groups.push({ from: at, marks: [...marks] });
  }
  return groups.map(({ from, marks }, i) => ({
    from,
    room: (groups[i + 1]?.from ?? 1) - from,
    label: labelOf(kind, marks),
    marks,
  }));
}
