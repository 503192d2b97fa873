import { LONG, LONGER, LONGEST, type DeadlyEvents, type IndexBase, type LongEvents } from './index-base';
import type { IndexColumns } from './index-columns';
import { combosOf, inOrder, traitsOf } from './index-numbers';
import { byTraitOf, comboMonthsOf, countsAtStops, monthsOf } from './index-sums';

function longEvents(length: Uint16Array, endAt: (at: number) => number): LongEvents {
  const at: number[] = [];
  for (let i = 0; i < length.length; i++) if (length[i]! > LONG) at.push(i);
  const end = Int32Array.from(at, endAt);
  return {
    at: Int32Array.from(at),
    end,
    longer: [...at.keys()].filter((i) => length[at[i]!]! > LONGER),
    byEnd: Int32Array.from(at.keys()).sort((a, b) => end[b]! - end[a]!),
  };
}

function deadlyEvents(
  killed: Uint32Array,
  order: Uint32Array,
  combo: IndexBase['combo'],
  combos: number,
): DeadlyEvents {
  const at: number[] = [];
  for (let i = 0; i < order.length; i++) if (killed[order[i]!]! > 0) at.push(i);
  const byCombo = new Float64Array(combos);
  for (const i of at) byCombo[combo[i]!]! += killed[order[i]!]!;
  return { at: Int32Array.from(at), killed: Uint32Array.from(at, (i) => killed[order[i]!]!), byCombo };
}

/** Builds the base of these events, which may come in any order. */
export function buildBase(columns: IndexColumns): IndexBase {
  const { size, start, end, place, id, killed } = columns;
  const firstDay = start.reduce((least, day) => Math.min(least, day), size > 0 ? start[0]! : 0);
  const lastDay = start.reduce((most, day) => Math.max(most, day), firstDay);
  const { before, order } = inOrder(columns, firstDay, size > 0 ? lastDay - firstDay + 1 : 0);
  const { traits, trait } = traitsOf(columns);
  const { numbers, placeCombos, comboPlace, comboTrait } = combosOf(columns, trait, traits.size);
  const combos = comboTrait.length;
  const combo = new (combos > 0x10000 ? Uint32Array : Uint16Array)(size);
  for (let at = 0; at < size; at++)
    combo[at] = numbers[place[order[at]!]! * traits.size + trait[order[at]!]!]!;
  const length = Uint16Array.from(order, (i) => Math.min(end[i]! - start[i]!, LONGEST));
  const { months, starts } = monthsOf(before, firstDay);
  return {
    size,
    combo,
    length,
    id: Int32Array.from(order, (i) => id[i]!),
    firstDay,
    before,
    long: longEvents(length, (at) => end[order[at]!]!),
    comboPlace,
    comboTrait,
    placeCombos,
    traits,
    ...countsAtStops(combo, combos),
    months,
    byTrait: byTraitOf(combo, comboTrait, traits.size, starts),
    ...comboMonthsOf(combo, combos, starts),
    scratch: new Uint32Array(combos),
    deadly: deadlyEvents(killed, order, combo, combos),
  };
}
