import type { IndexBase } from './index-base';
import { places } from './places';
import { datings } from './vocabulary';

/**
 * Sums of events, or of what they count, in one array: first of each combination, then of each trait, of each place, and
 * of each place those dated only by report. With the sums of all at hand, a question visits the fewer of the combinations
 * that pass and those that fail.
 */
export type Sums = Uint32Array | Float64Array;

/** What the sums of a base are by. */
export type Combos = Pick<
  IndexBase,
  'comboPlace' | 'comboTrait' | 'traitCombos' | 'placeCombos' | 'placeCombo' | 'traits'
>;

export const REPORTED = datings.indexOf('reported');

const traitsAt = ({ comboTrait }: Combos): number => comboTrait.length;
const placesAt = (combos: Combos): number => traitsAt(combos) + combos.traits.size;
const reportedAt = (combos: Combos): number => placesAt(combos) + places.length;

/** All nought. */
export function sumsFor<S extends Sums>(combos: Combos, kind: new (length: number) => S): S {
  return new kind(reportedAt(combos) + places.length);
}

/** Adds the sums of traits and places to those of the combinations, which alone are there. */
export function addTotals(combos: Combos, sums: Sums): void {
  const { comboPlace, comboTrait, traits } = combos;
  const [byTrait, byPlace, reported] = [traitsAt(combos), placesAt(combos), reportedAt(combos)];
  for (let c = 0; c < comboTrait.length; c++) {
    const t = comboTrait[c]!;
    const p = comboPlace[c]!;
    const n = sums[c]!;
    sums[byTrait + t]! += n;
    sums[byPlace + p]! += n;
    if (traits.dating[t] === REPORTED) sums[reported + p]! += n;
  }
}

/** Adds n for each event from position `low` to before `high`. */
export function addEvents(base: IndexBase, sums: Uint32Array, low: number, high: number, n: number): void {
  const { combo, comboPlace, comboTrait, traits } = base;
  const [byTrait, byPlace, reported] = [traitsAt(base), placesAt(base), reportedAt(base)];
  for (let at = low; at < high; at++) {
    const c = combo[at]!;
    const t = comboTrait[c]!;
    const p = comboPlace[c]!;
    sums[c]! += n;
    sums[byTrait + t]! += n;
    sums[byPlace + p]! += n;
    if (traits.dating[t] === REPORTED) sums[reported + p]! += n;
  }
}

/** Adds n for the event at a position. */
export function addEvent(base: IndexBase, sums: Sums, at: number, n: number): void {
  const c = base.combo[at]!;
  const t = base.comboTrait[c]!;
  sums[c]! += n;
  sums[traitsAt(base) + t]! += n;
  sums[placesAt(base) + base.comboPlace[c]!]! += n;
  if (base.traits.dating[t] === REPORTED) sums[reportedAt(base) + base.comboPlace[c]!]! += n;
}

/** How many combinations stand under the numbers that pass. */
function listed(starts: Int32Array, fails: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i + 1 < starts.length; i++) if (fails[i] === 0) sum += starts[i + 1]! - starts[i]!;
  return sum;
}

/** True where they are no more than those that fail. */
export const fewerPass = (starts: Int32Array, fails: Uint8Array): boolean =>
  listed(starts, fails) * 2 <= starts.at(-1)!;

/** Sums of each trait in the places that pass. */
export function traitSums(combos: Combos, sums: Sums, placeFails: Uint8Array): Float64Array {
  const { placeCombos, placeCombo, comboTrait, traits } = combos;
  const found = new Float64Array(traits.size);
  const isFew = fewerPass(placeCombos, placeFails);
  if (!isFew) found.set(sums.subarray(traitsAt(combos), placesAt(combos)));
  const sign = isFew ? 1 : -1;
  for (let p = 0; p < places.length; p++) {
    if ((placeFails[p] === 0) !== isFew) continue;
    for (let i = placeCombos[p]!; i < placeCombos[p + 1]!; i++) {
      const c = placeCombo[i]!;
      found[comboTrait[c]!]! += sign * sums[c]!;
    }
  }
  return found;
}

/** Adds to `all` the sums of each place under the traits that pass, and to `reported` those dated only by report. */
export function addPlaceSums(
  combos: Combos,
  sums: Sums,
  traitFails: Uint8Array,
  { all, reported }: { all: Uint32Array; reported: Uint32Array },
): void {
  const { traitCombos, comboPlace, traits } = combos;
  const isFew = fewerPass(traitCombos, traitFails);
  if (!isFew) {
    all.set(sums.subarray(placesAt(combos), reportedAt(combos)));
    reported.set(sums.subarray(reportedAt(combos)));
  }
  const sign = isFew ? 1 : -1;
  for (let t = 0; t < traits.size; t++) {
    if ((traitFails[t] === 0) !== isFew) continue;
    for (let c = traitCombos[t]!; c < traitCombos[t + 1]!; c++) all[comboPlace[c]!]! += sign * sums[c]!;
    if (traits.dating[t] === REPORTED)
      for (let c = traitCombos[t]!; c < traitCombos[t + 1]!; c++)
        reported[comboPlace[c]!]! += sign * sums[c]!;
  }
}
