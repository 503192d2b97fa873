import { cellOf, CELLS } from './bin-counts';
import { addTotals, sumsFor, type Combos } from './combo-sums';
import type { IndexBase, MonthCounts } from './index-base';
import { firstDayOfMonth, monthOfDay } from './timeline-calendar';

/** Positions at which the combinations are counted: the rest of the way is walked. */
const STOPS = 24;

/** Sums of the events before stops that lie equally many events apart, and of all. */
export function countsAtStops(
  combo: IndexBase['combo'],
  combos: Combos,
): Pick<IndexBase, 'stride' | 'counted'> {
  const stride = Math.max(1, Math.ceil(combo.length / STOPS));
  const counted: Uint32Array[] = [];
  const running = new Uint32Array(combos.comboTrait.length);
  const stop = (): void => {
    const sums = sumsFor(combos, Uint32Array);
    sums.set(running);
    addTotals(combos, sums);
    counted.push(sums);
  };
  for (let i = 0; i < combo.length; i++) {
    if (i % stride === 0) stop();
    running[combo[i]!]!++;
  }
  stop();
  return { stride, counted };
}

/** The first days of the months that have events, and the position at which each begins, then the end. */
export function monthsOf(before: Int32Array, firstDay: number): { months: Int32Array; starts: number[] } {
  const months: number[] = [];
  const starts: number[] = [];
  for (let d = 0; d + 1 < before.length; d++) {
    if (before[d] === before[d + 1]) continue;
    const month = monthOfDay(firstDay + d);
    if (month === months.at(-1)) continue;
    months.push(month);
    starts.push(before[d]!);
  }
  return { months: Int32Array.from(months, firstDayOfMonth), starts: [...starts, before.at(-1)!] };
}

/** Of each entry of placeCombo, the months in which it occurs and how often: sparse, since most occur in few. */
export function placeMonthsOf(
  combo: IndexBase['combo'],
  placeCombo: Int32Array,
  starts: readonly number[],
): MonthCounts {
  const entryOf = new Int32Array(placeCombo.length);
  for (const [i, c] of placeCombo.entries()) entryOf[c] = i;
  const found: Found = { of: [], month: [], count: [] };
  const running = new Uint32Array(placeCombo.length);
  for (let m = 0; m + 1 < starts.length; m++) {
    const first = found.of.length;
    for (let at = starts[m]!; at < starts[m + 1]!; at++) {
      const i = entryOf[combo[at]!]!;
      if (running[i]!++ > 0) continue;
      found.of.push(i);
      found.month.push(m);
    }
    for (let f = first; f < found.of.length; f++) {
      found.count.push(running[found.of[f]!]!);
      running[found.of[f]!] = 0;
    }
  }
  return sortedMonths(found, placeCombo.length);
}

/** Number, month and events, month after month. */
interface Found {
  of: number[];
  month: number[];
  count: number[];
}

/** By number. Stable, so that the months of each stay in order. */
function sortedMonths({ of, month, count }: Found, size: number): MonthCounts {
  const starts = new Int32Array(size + 1);
  for (const i of of) starts[i + 1]!++;
  for (let i = 0; i < size; i++) starts[i + 1]! += starts[i]!;
  const sorted = {
    starts,
    month: new Uint16Array(of.length),
    count: new (count.some((n) => n > 0xffff) ? Uint32Array : Uint16Array)(of.length),
  };
  const next = starts.slice(0, size);
  for (const [f, i] of of.entries()) {
    const at = next[i]!++;
    sorted.month[at] = month[f]!;
    sorted.count[at] = count[f]!;
  }
  return sorted;
}

/** The months of each trait, by those of its combinations, and of every cell. */
export function monthSumsOf(
  { starts, month, count }: MonthCounts,
  { placeCombo, comboTrait, traits }: Combos,
  months: number,
): Pick<IndexBase, 'traitMonths' | 'monthCells'> {
  const dense = new Uint32Array(months * traits.size);
  for (const [i, c] of placeCombo.entries())
    for (let e = starts[i]!; e < starts[i + 1]!; e++)
      dense[month[e]! * traits.size + comboTrait[c]!]! += count[e]!;
  const found: Found = { of: [], month: [], count: [] };
  const monthCells = new Uint32Array(CELLS * months);
  for (let m = 0; m < months; m++)
    for (let t = 0; t < traits.size; t++) {
      const n = dense[m * traits.size + t]!;
      if (n === 0) continue;
      found.of.push(t);
      found.month.push(m);
      found.count.push(n);
      monthCells[cellOf(traits.pillarMask[t]!, traits.dating[t]!) * months + m]! += n;
    }
  return { monthCells, traitMonths: sortedMonths(found, traits.size) };
}
