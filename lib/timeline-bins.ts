import { DayBins } from './day-bins';
import { startAt, type IndexBase } from './index-base';
import { changedRows, NO_GROUP, selected, type Asked, type LaneGroups } from './lane-groups';
import { countOf, positionAt, type Selection } from './selection';
import type { Step } from './timeline-calendar';
import { UNCERTAIN } from './timeline-level';
import { countBelow } from './timeline-search';
import type { LaneBins } from './timeline-stretch';
import { datings } from './vocabulary';

const NO_CELL = 0xffff;
/** A cell is a group and, in its lowest two bits, a dating: cheaper to take apart than a product. */
const DATINGS = 4;

/** Counts of groups in bins; a cell is a bin and a group, for marks also a dating. */
class GroupBins {
  readonly marks: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly before: Uint32Array;
  readonly bins: number;

  constructor(
    readonly days: DayBins,
    readonly step: Step,
    readonly groups: number,
  ) {
    this.bins = days.edges.length - 1;
    this.marks = new Uint32Array(this.bins * groups * DATINGS);
    this.starts = new Uint32Array(this.bins * groups);
    this.ends = new Uint32Array(this.bins * groups);
    this.before = new Uint32Array(groups);
  }

  /** Adds n events of a group: those no longer than a step where their mark stands, the others at both ends. */
  add(group: number, dating: number, start: number, length: number, n: number): void {
    if (length >= this.step.days) return this.#addLong(group, start, length, n);
    const bin = this.days.of(start + (dating === UNCERTAIN ? length >> 1 : 0));
    if (bin >= 0) this.marks[(bin * this.groups + group) * DATINGS + dating]! += n;
  }

  #addLong(group: number, start: number, length: number, n: number): void {
    const { days, groups } = this;
    const [first, last] = [days.of(start), days.of(start + length)];
    if (first >= 0) this.starts[first * groups + group]! += n;
    else this.before[group]! += n;
    if (last >= 0) this.ends[last * groups + group]! += n;
  }

  /** Moves an event from the bin of its first day, where events of a day are, to where it belongs. */
  move(group: number, dating: number, start: number, length: number): void {
    const short = length < this.step.days;
    if (short && (dating !== UNCERTAIN || this.days.of(start) === this.days.of(start + (length >> 1))))
      return;
    this.add(group, dating, start, 0, -1);
    this.add(group, dating, start, length, 1);
  }
}

/** For each combination its cell; NO_CELL where it does not pass. */
function comboCells({ index: { base } }: Asked, comboGroup: Uint8Array): Uint16Array {
  const { comboTrait, traits } = base;
  const cells = new Uint16Array(comboGroup.length);
  for (let c = 0; c < cells.length; c++)
    cells[c] =
      comboGroup[c] === NO_GROUP ? NO_CELL : comboGroup[c]! * DATINGS + traits.dating[comboTrait[c]!]!;
  return cells;
}

/** Adds the base's events that start between two positions, each at its first day: the one loop that visits them all. */
function addStarting(into: GroupBins, base: IndexBase, cells: Uint16Array, selection: Selection): void {
  const { combo, before, firstDay } = base;
  const { marks, groups, days } = into;
  const count = countOf(selection);
  for (let i = 0, d = -1, next = -1, row = 0; i < count; i++) {
    const at = positionAt(selection, i);
    if (at >= next) {
      d = startAt(base, at) - firstDay;
      next = before[d + 1]!;
      row = days.of(firstDay + d) * groups * DATINGS;
    }
    const cell = cells[combo[at]!]!;
    if (cell !== NO_CELL) marks[row + cell]!++;
  }
}

/** Moves the events of more than one day from their first day to where they belong. */
function moveSpans(
  into: GroupBins,
  { index: { base }, ids }: Asked,
  cells: Uint16Array,
  { low, high }: Selection,
): void {
  const { combo, id, before, firstDay } = base;
  for (const { at, end } of base.spans) {
    let d = low < high ? startAt(base, low) - firstDay : 0;
    for (let i = countBelow(at, low); i < at.length && at[i]! < high; i++) {
      const cell = cells[combo[at[i]!]!]!;
      if (cell === NO_CELL || (ids !== null && !ids.has(id[at[i]!]!))) continue;
      while (before[d + 1]! <= at[i]!) d++;
      const start = firstDay + d;
      into.move(cell >> 2, cell & 3, start, end[i]! - start);
    }
  }
}

const plain = (counts: Uint32Array): number[] => (counts.some((n) => n > 0) ? [...counts] : []);

/** The sum of some groups, as a lane of its own. */
function laneOf(counted: GroupBins, groups: readonly number[]): LaneBins {
  const { bins, groups: width, marks, starts, ends, before } = counted;
  const sum = (cellOf: (bin: number, group: number) => number): Uint32Array =>
    Uint32Array.from({ length: bins }, (_, bin) => groups.reduce((n, group) => n + cellOf(bin, group), 0));
  const cell = (bin: number, group: number, dating: number): number =>
    marks[(bin * width + group) * DATINGS + dating]!;
  const dated = datings.map((_, dating) => sum((bin, group) => cell(bin, group, dating)));
  return {
    count: plain(dated.reduce((whole, part) => whole.map((n, bin) => n + part[bin]!))),
    uncertain: plain(dated[UNCERTAIN]!),
    reported: plain(dated[datings.indexOf('reported')]!),
    starts: plain(sum((bin, group) => starts[bin * width + group]!)),
    ends: plain(sum((bin, group) => ends[bin * width + group]!)),
    before: groups.reduce((n, group) => n + before[group]!, 0),
  };
}

/**
 * Counts the events that pass by lane and bin, exact. Events longer than the step are counted by their ends, so that
 * those which touch a view between two edges are the starts before its end less the ends before its beginning.
 * Costs by the events that touch the days, under ids by those of them that have one: some 30 ms for 2 million.
 * @param edges first days of the bins, and the day after the last
 */
export function countLanes(
  asked: Asked,
  { names, lanesOf, groupOf, comboGroup }: LaneGroups,
  step: Step,
  edges: readonly number[],
): { lanes: LaneBins[]; all: LaneBins } {
  const { base } = asked.index;
  const [from, last] = [edges[0]!, edges.at(-1)! - 1];
  const counted = new GroupBins(new DayBins(edges, base), step, lanesOf.length);
  const selection = selected(asked, from, last);
  const cells = comboCells(asked, comboGroup);
  addStarting(counted, base, cells, selection);
  moveSpans(counted, asked, cells, selection);
  selection.reaching.forEach((at, i) => {
    const cell = cells[base.combo[at]!]!;
    if (cell === NO_CELL) return;
    const start = startAt(base, at);
    counted.add(cell >> 2, cell & 3, start, selection.reachingEnd[i]! - start, 1);
  });
  for (const [row, n] of changedRows(asked, from, last))
    counted.add(groupOf(row), row.dating, row.start, row.end - row.start, n);
  const groups = lanesOf.map((_, group) => group);
  return {
    lanes: names.map((_, lane) =>
      laneOf(
        counted,
        groups.filter((group) => lanesOf[group]!.includes(lane)),
      ),
    ),
    all: laneOf(counted, groups),
  };
}
