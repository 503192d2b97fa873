import { positionOf, startAt, type IndexBase } from './index-base';
import { bitsOf, passes, type Fails, type Selection } from './selection';
import { firstDayOfMonth, monthOfDay } from './timeline-calendar';
import { countBelow } from './timeline-search';
import { datings, pillars } from './vocabulary';

/** In a bin there is a cell for each pillar mask and dating. */
export const CELLS = (1 << pillars.length) * datings.length;
/** The cell of an event within its bin. */
export const cellOf = (pillarMask: number, dating: number): number => pillarMask * datings.length + dating;

/** The bin of a day: the last that has begun by then, or the first. */
export const binOf = (binStarts: ArrayLike<number>, day: number): number =>
  Math.max(0, countBelow(binStarts, day + 1) - 1);

/** Counts passing events into bins × CELLS. */
class Bins {
  readonly counts: Uint32Array;
  readonly traitCells: Uint8Array;
  /** All bits for a trait that passes, none for one that fails: to add without a branch, which would be guessed wrong. */
  readonly traitBits: Int32Array;

  constructor(
    readonly base: IndexBase,
    readonly fails: Fails,
    readonly binStarts: ArrayLike<number>,
  ) {
    this.counts = new Uint32Array(binStarts.length * CELLS);
    const { size, pillarMask, dating } = base.traits;
    this.traitCells = new Uint8Array(size);
    for (let t = 0; t < size; t++) this.traitCells[t] = cellOf(pillarMask[t]!, dating[t]!);
    this.traitBits = bitsOf(size, (t) => fails.trait[t] === 0);
  }

  /** Visits events one by one. */
  addEvents(low: number, high: number): void {
    const { base, fails, counts, binStarts } = this;
    const { combo, comboPlace, comboTrait } = base;
    if (low >= high) return;
    for (let d = startAt(base, low) - base.firstDay; d + 1 < base.before.length; d++) {
      const first = Math.max(low, base.before[d]!);
      if (first >= high) return;
      const last = Math.min(high, base.before[d + 1]!);
      if (first >= last) continue;
      const bin = binOf(binStarts, base.firstDay + d) * CELLS;
      for (let at = first; at < last; at++) {
        const c = combo[at]!;
        const t = comboTrait[c]!;
        if (fails.trait[t] === 0 && fails.place[comboPlace[c]!] === 0) counts[bin + this.traitCells[t]!]!++;
      }
    }
  }

  /** Counts events at some positions, each on the day given. */
  addAt(positions: ArrayLike<number>, dayOf: (at: number) => number): void {
    const { combo, comboTrait } = this.base;
    let [day, bin] = [NaN, 0];
    for (let i = 0; i < positions.length; i++) {
      const at = positions[i]!;
      if (!passes(this.base, this.fails, at)) continue;
      if (dayOf(at) !== day) {
        day = dayOf(at);
        bin = binOf(this.binStarts, day) * CELLS;
      }
      this.counts[bin + this.traitCells[comboTrait[combo[at]!]!]!]!++;
    }
  }

  /** Whole months, from month a to before month b, under filters that no place fails: by the sums of traits. */
  addTraits(a: number, b: number): void {
    const { base, binStarts, counts, traitBits, traitCells } = this;
    const { months, monthTraits, monthTrait, traitsInMonth } = base;
    for (let m = a; m < b; m++) {
      const bin = binOf(binStarts, months[m]!) * CELLS;
      for (let e = monthTraits[m]!; e < monthTraits[m + 1]!; e++) {
        const t = monthTrait[e]!;
        counts[bin + traitCells[t]!]! += traitsInMonth[e]! & traitBits[t]!;
      }
    }
  }

  /** The same for some places, by the months of their combinations; `sign` -1 takes them away. */
  addPlaces(a: number, b: number, places: readonly number[], sign: 1 | -1): void {
    const { base, binStarts, counts, fails, traitCells } = this;
    const { placeCombos, comboTrait, comboMonths, month, inMonth } = base;
    const bins = Int32Array.from(base.months, (day) => binOf(binStarts, day) * CELLS);
    for (const p of places) {
      for (let c = placeCombos[p]!; c < placeCombos[p + 1]!; c++) {
        const t = comboTrait[c]!;
        if (fails.trait[t] !== 0) continue;
        const cell = traitCells[t]!;
        for (let e = comboMonths[c]!; e < comboMonths[c + 1]!; e++) {
          const m = month[e]!;
          if (m >= b) break;
          if (m >= a) counts[bins[m]! + cell]! += sign * inMonth[e]!;
        }
      }
    }
  }
}

const isFirstOfMonth = (day: number): boolean => firstDayOfMonth(monthOfDay(day)) === day;

/** Whole months of the base within days that start at position low and end before high, as far as bins begin with months. */
function wholeMonths(
  base: IndexBase,
  { low, high }: Selection,
  binStarts: ArrayLike<number>,
): { a: number; b: number; first: number; last: number } {
  const { months } = base;
  const none = { a: 0, b: 0, first: low, last: low };
  if (!Array.from(binStarts).every((day, i) => i === 0 || isFirstOfMonth(day))) return none;
  const beginsAt = (m: number): number => (m < months.length ? positionOf(base, months[m]!) : base.size);
  let a = 0;
  while (a < months.length && beginsAt(a) < low) a++;
  let b = months.length;
  while (b > a && beginsAt(b) > high) b--;
  return a < b ? { a, b, first: beginsAt(a), last: beginsAt(b) } : none;
}

/**
 * Selected events that pass, by bin and cell. Whole months cost by their number, what is left at the ends by its events.
 * An event that reaches into the days counts in the bin of `from`.
 */
export function binCounts(
  base: IndexBase,
  selection: Selection,
  fails: Fails,
  { binStarts, from }: { binStarts: ArrayLike<number>; from: number },
): Uint32Array {
  const bins = new Bins(base, fails, binStarts);
  bins.addAt(selection.reaching, () => from);
  if (selection.chosen) {
    let day = 0;
    bins.addAt(selection.chosen, (at) => {
      // In order: the day is the next one that begins beyond the position.
      while (base.before[day + 1]! <= at) day++;
      return base.firstDay + day;
    });
    return bins.counts;
  }
  const { a, b, first, last } = wholeMonths(base, selection, binStarts);
  bins.addEvents(selection.low, first);
  bins.addEvents(last, selection.high);
  const { comboMonths, placeCombos } = base;
  const entries = (p: number): number => comboMonths[placeCombos[p + 1]!]! - comboMonths[placeCombos[p]!]!;
  const lists: [number[], number[]] = [[], []];
  let [failing, passing] = [0, 0];
  for (let p = 0; p + 1 < placeCombos.length; p++) {
    const isIn = fails.place[p] === 0;
    lists[Number(isIn)]!.push(p);
    if (isIn) passing += entries(p);
    else failing += entries(p);
  }
  // Of the places that pass and those that do not, the fewer are visited.
  if (passing < failing) bins.addPlaces(a, b, lists[1], 1);
  else {
    bins.addTraits(a, b);
    if (failing > 0) bins.addPlaces(a, b, lists[0], -1);
  }
  return bins.counts;
}
