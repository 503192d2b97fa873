import { IdPositions } from './id-positions';
import type { DeadlyEvents, IndexBase, SpanEvents } from './index-base';
import type { IndexColumns } from './index-columns';
import { combosOf, inOrder, traitsOf } from './index-numbers';
import { countsAtStops, monthsOf, monthSumsOf, placeMonthsOf } from './index-sums';
import { addTotals, sumsFor, type Combos } from './combo-sums';
import { places } from './places';

/** Lengths at which the events of several days are parted: a month, a year, any. */
const MOST = [31, 366, Infinity];

function spanEvents(
  lengthAt: (at: number) => number,
  endAt: (at: number) => number,
  size: number,
): SpanEvents[] {
  const lists = MOST.map((most) => ({ most, at: [] as number[] }));
  for (let at = 0; at < size; at++) {
    const length = lengthAt(at);
    if (length > 0) lists.find(({ most }) => length <= most)!.at.push(at);
  }
  return lists.map(({ most, at }) => ({ most, at: Int32Array.from(at), end: Int32Array.from(at, endAt) }));
}

function deadlyEvents(
  killed: Uint32Array,
  order: Uint32Array,
  combo: IndexBase['combo'],
  combos: Combos,
): DeadlyEvents {
  const at: number[] = [];
  for (let i = 0; i < order.length; i++) if (killed[order[i]!]! > 0) at.push(i);
  const sums = sumsFor(combos, Float64Array);
  for (const i of at) sums[combo[i]!]! += killed[order[i]!]!;
  addTotals(combos, sums);
  return { at: Int32Array.from(at), killed: Uint32Array.from(at, (i) => killed[order[i]!]!), sums };
}

/** Builds the base of these events, which may come in any order. */
export function buildBase(columns: IndexColumns): IndexBase {
  const { size, start, end, place, id, killed } = columns;
  const firstDay = start.reduce((least, day) => Math.min(least, day), size > 0 ? start[0]! : 0);
  const lastDay = start.reduce((most, day) => Math.max(most, day), firstDay);
  const { before, order } = inOrder(columns, firstDay, size > 0 ? lastDay - firstDay + 1 : 0);
  const { traits, trait } = traitsOf(columns);
  const { numbers, ...numbered } = combosOf(columns, trait, traits.size);
  const combos = { ...numbered, traits };
  const { length } = combos.comboTrait;
  const combo = new (length > 0x10000 ? Uint32Array : Uint16Array)(size);
  for (let at = 0; at < size; at++)
    combo[at] = numbers[trait[order[at]!]! * places.length + place[order[at]!]!]!;
  const ids = Int32Array.from(order, (i) => id[i]!);
  const { months, starts } = monthsOf(before, firstDay);
  const placeMonths = placeMonthsOf(combo, combos.placeCombo, starts);
  return {
    size,
    combo,
    id: ids,
    positions: new IdPositions(ids),
    firstDay,
    before,
    spans: spanEvents(
      (at) => end[order[at]!]! - start[order[at]!]!,
      (at) => end[order[at]!]!,
      size,
    ),
    ...combos,
    ...countsAtStops(combo, combos),
    months,
    placeMonths,
    ...monthSumsOf(placeMonths, combos, months.length),
    scratch: sumsFor(combos, Uint32Array),
    deadly: deadlyEvents(killed, order, combo, combos),
  };
}
