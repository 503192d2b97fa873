import { fewerPass } from './combo-sums';
import { positionOf, startAt, type IndexBase, type MonthCounts } from './index-base';
import { passes, type Fails, type Selection } from './selection';
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

/** Counts passing events into CELLS × bins: a cell's bins stand side by side. */
class Bins {
  readonly size: number;
  readonly counts: Uint32Array;
  readonly traitCells: Uint8Array;

  constructor(
    readonly base: IndexBase,
    readonly fails: Fails,
    readonly binStarts: ArrayLike<number>,
  ) {
    this.size = binStarts.length;
    this.counts = new Uint32Array(CELLS * this.size);
    const { size, pillarMask, dating } = base.traits;
    this.traitCells = new Uint8Array(size);
    for (let t = 0; t < size; t++) this.traitCells[t] = cellOf(pillarMask[t]!, dating[t]!);
  }

  /** Visits events one by one. */
  addEvents(low: number, high: number): void {
    const { base, fails, counts, binStarts, size } = this;
    const { combo, comboPlace, comboTrait } = base;
    if (low >= high) return;
    for (let d = startAt(base, low) - base.firstDay; d + 1 < base.before.length; d++) {
      const first = Math.max(low, base.before[d]!);
      if (first >= high) return;
      const last = Math.min(high, base.before[d + 1]!);
      if (first >= last) continue;
      const bin = binOf(binStarts, base.firstDay + d);
      for (let at = first; at < last; at++) {
        const c = combo[at]!;
        const t = comboTrait[c]!;
        if (fails.trait[t] === 0 && fails.place[comboPlace[c]!] === 0)
          counts[this.traitCells[t]! * size + bin]!++;
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
        bin = binOf(this.binStarts, day);
      }
      this.counts[this.traitCells[comboTrait[combo[at]!]!]! * this.size + bin]!++;
    }
  }

  /** Adds whole months under filters that no place fails: the fewer of the traits that pass and that fail are visited. */
  addTraits(range: MonthRange): void {
    const { base, fails } = this;
    const { traits, traitMonths, monthCells, months } = base;
    const isFew = fewerPass(traitMonths.starts, fails.trait);
    const { a, b, bins } = range;
    for (let cell = 0; cell < (isFew ? 0 : CELLS); cell++)
      for (let m = a; m < b; m++)
        this.counts[cell * this.size + bins[m]!]! += monthCells[cell * months.length + m]!;
    for (let t = 0; t < traits.size; t++)
      if ((fails.trait[t] === 0) === isFew) this.#addMonths(traitMonths, t, t, range, isFew ? 1 : -1);
  }

  /** Adds whole months of the places that pass; or takes those away that fail, where `sign` is -1. */
  addPlaces(range: MonthRange, sign: 1 | -1): void {
    const { fails, base } = this;
    const { placeCombos, placeCombo, placeMonths, comboTrait } = base;
    for (let p = 0; p + 1 < placeCombos.length; p++) {
      if ((fails.place[p] === 0) !== (sign === 1)) continue;
      for (let i = placeCombos[p]!; i < placeCombos[p + 1]!; i++) {
        const t = comboTrait[placeCombo[i]!]!;
        if (fails.trait[t] === 0) this.#addMonths(placeMonths, i, t, range, sign);
      }
    }
  }

  /** Adds the events of a list's number i, which are of trait t, in some months. */
  #addMonths(list: MonthCounts, i: number, t: number, { a, b, bins }: MonthRange, sign: 1 | -1): void {
    const { counts, traitCells, size } = this;
    const { starts, month, count } = list;
    const row = traitCells[t]! * size;
    const end = starts[i + 1]!;
    for (let e = starts[i]!; e < end; e++) {
      const m = month[e]!;
      if (m >= b) break;
      if (m >= a) counts[row + bins[m]!]! += sign * count[e]!;
    }
  }
}

/** Whole months: from month a of the base to before b, and the bin of each. */
interface MonthRange {
  a: number;
  b: number;
  bins: Int32Array;
}

/** For each month its bin. */
function binsOfMonths(months: Int32Array, binStarts: ArrayLike<number>): Int32Array {
  const bins = new Int32Array(months.length);
  for (let m = 0, bin = 0; m < months.length; m++) {
    while (bin + 1 < binStarts.length && binStarts[bin + 1]! <= months[m]!) bin++;
    bins[m] = bin;
  }
  return bins;
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
  for (let i = 1; i < binStarts.length; i++) if (!isFirstOfMonth(binStarts[i]!)) return none;
  const beginsAt = (m: number): number => (m < months.length ? positionOf(base, months[m]!) : base.size);
  let a = 0;
  while (a < months.length && beginsAt(a) < low) a++;
  let b = months.length;
  while (b > a && beginsAt(b) > high) b--;
  return a < b ? { a, b, first: beginsAt(a), last: beginsAt(b) } : none;
}

/**
 * Selected events that pass, by cell and bin. Whole months cost by their number, what is left at the ends by its events.
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
  if (a === b) return bins.counts;
  const range = { a, b, bins: binsOfMonths(base.months, binStarts) };
  // Of the places that pass and those that do not, the fewer are visited.
  if (fewerPass(base.placeCombos, fails.place)) bins.addPlaces(range, 1);
  else {
    bins.addTraits(range);
    bins.addPlaces(range, -1);
  }
  return bins.counts;
}
