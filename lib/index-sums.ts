import { firstDayOfMonth, monthOfDay } from './timeline-calendar';

/** Positions at which the combinations are counted: the rest of the way is walked. */
const STOPS = 16;

/** Running counts of the combinations, at stops that lie equally many events apart. */
export function countsAtStops(combo: Uint16Array | Uint32Array, combos: number) {
  const stride = Math.max(1, Math.ceil(combo.length / STOPS));
  const counted: Uint32Array[] = [];
  const running = new Uint32Array(combos);
  for (let i = 0; i < combo.length; i++) {
    if (i % stride === 0) counted.push(running.slice());
    running[combo[i]!]!++;
  }
  return { stride, counted: [...counted, running] };
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

/** Of each combination, the months in which it occurs and how often: sparse, since most occur in few. */
export function comboMonthsOf(combo: Uint16Array | Uint32Array, combos: number, starts: readonly number[]) {
  const found: { combo: number[]; month: number[]; count: number[] } = { combo: [], month: [], count: [] };
  const running = new Uint32Array(combos);
  const comboMonths = new Int32Array(combos + 1);
  for (let m = 0; m + 1 < starts.length; m++) {
    const first = found.combo.length;
    for (let i = starts[m]!; i < starts[m + 1]!; i++)
      if (running[combo[i]!]!++ === 0) {
        found.combo.push(combo[i]!);
        found.month.push(m);
      }
    for (let f = first; f < found.combo.length; f++) {
      const c = found.combo[f]!;
      found.count.push(running[c]!);
      running[c] = 0;
      comboMonths[c + 1]!++;
    }
  }
  for (let c = 0; c < combos; c++) comboMonths[c + 1]! += comboMonths[c]!;
  const month = new Uint16Array(found.month.length);
  const inMonth = new (found.count.some((n) => n > 0xffff) ? Uint32Array : Uint16Array)(month.length);
  const next = comboMonths.slice(0, combos);
  // Stable, so that the months of a combination stay in order.
  for (let f = 0; f < month.length; f++) {
    const at = next[found.combo[f]!]!++;
    month[at] = found.month[f]!;
    inMonth[at] = found.count[f]!;
  }
  return { comboMonths, month, inMonth };
}

/** Of each month, the traits that occur in it and how often: sparse, since most months lack most traits. */
export function monthTraitsOf(
  combo: Uint16Array | Uint32Array,
  comboTrait: Uint16Array,
  traits: number,
  starts: readonly number[],
) {
  const found: { trait: number[]; count: number[] } = { trait: [], count: [] };
  const monthTraits = new Int32Array(starts.length);
  const inMonth = new Uint32Array(traits);
  for (let m = 1; m < starts.length; m++) {
    inMonth.fill(0);
    for (let i = starts[m - 1]!; i < starts[m]!; i++) inMonth[comboTrait[combo[i]!]!]!++;
    for (let t = 0; t < traits; t++) {
      if (inMonth[t] === 0) continue;
      found.trait.push(t);
      found.count.push(inMonth[t]!);
    }
    monthTraits[m] = found.trait.length;
  }
  return {
    monthTraits,
    monthTrait: Uint16Array.from(found.trait),
    traitsInMonth: Uint32Array.from(found.count),
  };
}
