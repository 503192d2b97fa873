import { emptyColumns, type IndexColumns } from '@/lib/index-columns';
import { firstDayOfMonth, monthOfDay } from '@/lib/timeline-calendar';
import {
  confidences,
  datingOf,
  datings,
  eventTypes,
  precisions,
  type EventType,
  type Precision,
} from '@/lib/vocabulary';
import { firstDay, happenings, lastDay } from './episodes';
import { placesOf, rankedCountries } from './made-places';
import { randomOf, weightedKey, type Random } from './random';
import * as shape from './shape';
import { setNumbers } from './made-sets';

/** Made events: what the index takes, by id from 1, and the precision that the database keeps. */
export interface MadeEvents {
  columns: IndexColumns;
  /** Position in lib/vocabulary `precisions`. */
  precision: Uint8Array;
}

const kinds = Object.keys(shape.kindShares) as shape.Kind[];
const MONTHS_IN: Partial<Record<Precision, number>> = { month: 1, quarter: 3, year: 12 };
const drawMask = new Map(
  eventTypes.map((type): [EventType, (random: Random) => number] => {
    const draw = weightedKey(shape.masksOf[type]);
    return [type, (random) => Number(draw(random))];
  }),
);
const drawPartDays = weightedKey(shape.PART_OF_MONTH_DAYS);
const drawKilled = weightedKey(shape.KILLED);

/** First and last day of an event that happened about `day`. */
function spanOf(day: number, precision: Precision, type: EventType, random: Random): [number, number] {
  const months = MONTHS_IN[precision];
  if (months !== undefined) {
    const first = monthOfDay(day) - (monthOfDay(day) % months);
    return [firstDayOfMonth(first), firstDayOfMonth(first + months) - 1];
  }
  if (precision === 'part_of_month') return [day, day + Number(drawPartDays(random))];
  const { median, spread, most, open } = shape.LOCKDOWN_DAYS;
  if (precision !== 'day' || type !== 'lockdown' || random.next() < open) return [day, day];
  return [day, day + Math.min(most, Math.round(median * Math.exp(spread * random.normal())))];
}

function killedIn(type: EventType, random: Random): number {
  if (type !== 'attack' || random.next() < shape.HARMLESS) return 0;
  const drawn = Number(drawKilled(random));
  if (drawn < 5) return drawn;
  // A Pareto tail from five upwards; the deadliest attack on record killed about 3,000.
  return Math.min(3000, Math.floor(5 * (1 - random.next()) ** (-1 / (shape.KILLED_TAIL - 1))));
}

/** Positions in order of day within each kind, as imported: data sets come one after the other, sorted. */
function importOrder(days: Int32Array): Uint32Array {
  const next = new Uint32Array(lastDay - firstDay + 2);
  for (const day of days) next[day - firstDay + 1]!++;
  for (let d = 1; d < next.length; d++) next[d]! += next[d - 1]!;
  const order = new Uint32Array(days.length);
  for (const [i, day] of days.entries()) order[next[day - firstDay]!++] = i;
  return order;
}

function fillKind(made: MadeEvents, kind: shape.Kind, from: number, to: number, seed: number): void {
  const random = randomOf(seed + kinds.indexOf(kind) + 1);
  const happen = happenings(kind, random);
  const placeOf = placesOf(kind, rankedCountries(randomOf(seed)));
  const drawType = weightedKey(shape.typesOf[kind]);
  const drawPrecision = weightedKey(shape.precisionsOf[kind]);
  const drawConfidence = weightedKey(shape.confidencesOf[kind]);
  const drawn = Array.from({ length: to - from }, () => happen(random));
  const order = importOrder(Int32Array.from(drawn, ({ day }) => day));
  const { columns, precision: precisionColumn } = made;
  for (const [n, i] of order.entries()) {
    const at = from + n;
    const { day, rank } = drawn[i]!;
    const type = drawType(random);
    const precision = drawPrecision(random);
    const [start, end] = spanOf(day, precision, type, random);
    columns.id[at] = at + 1;
    columns.start[at] = start;
    columns.end[at] = end;
    columns.place[at] = placeOf(rank, random);
    columns.type[at] = eventTypes.indexOf(type);
    columns.pillarMask[at] = drawMask.get(type)!(random);
    columns.confidence[at] = confidences.indexOf(drawConfidence(random));
    columns.dating[at] = datings.indexOf(datingOf(precision));
    columns.set[at] = setNumbers[kind];
    columns.killed[at] = killedIn(type, random);
    precisionColumn[at] = precisions.indexOf(precision);
  }
}

/** Makes so many events, the same for the same seed. */
export function makeEvents(size: number, seed: number): MadeEvents {
  const made = { columns: emptyColumns(size), precision: new Uint8Array(size) };
  let share = 0;
  for (const kind of kinds) {
    const from = Math.round(size * share);
    share += shape.kindShares[kind];
    fillKind(made, kind, from, Math.round(size * share), seed);
  }
  return made;
}
