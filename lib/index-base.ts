import { emptyColumns, type IndexColumns, type IndexRow } from './index-columns';
import type { IdPositions } from './id-positions';
import { countBelow, firstNotBelow } from './timeline-search';

/**
 * Events sorted by start day and then id, and the sums by which most questions are answered without visiting them. Most
 * events agree with others in place, type, pillars, confidence, dating and set: each such combination is a small number,
 * kept for every event in place of its columns. About 18 bytes an event of two million (npm run bench -- counting).
 *
 * A combination is a place and a trait: everything but the place. Combinations are numbered by trait, then by place.
 */
export interface IndexBase {
  readonly size: number;
  /** Combination of each event. */
  readonly combo: Uint16Array | Uint32Array;
  readonly id: Int32Array;
  readonly positions: IdPositions;
  /** Events before the day `firstDay + i`; one more entry than days. */
  readonly firstDay: number;
  readonly before: Int32Array;
  /** Events of more than one day by their length: what reaches into a day is found near it. */
  readonly spans: readonly SpanEvents[];
  readonly comboPlace: Uint16Array;
  readonly comboTrait: Uint16Array;
  /** The combinations of trait t: from traitCombos[t] to traitCombos[t + 1]. */
  readonly traitCombos: Int32Array;
  /** The combinations of place p: what stands in placeCombo from placeCombos[p] to placeCombos[p + 1]. */
  readonly placeCombos: Int32Array;
  readonly placeCombo: Int32Array;
  readonly traits: Traits;
  /** Sums (lib/combo-sums.ts) of the events before position i * stride, for every i; the last are of all. */
  readonly stride: number;
  readonly counted: readonly Uint32Array[];
  /** First days of the months that have events, and those events by month, cell after cell (lib/bin-counts.ts). */
  readonly months: Int32Array;
  readonly monthCells: Uint32Array;
  /** The months in which each trait occurs and how often, and those of each entry of placeCombo. */
  readonly traitMonths: MonthCounts;
  readonly placeMonths: MonthCounts;
  /** Room for the sums of the question at hand: memory that is new costs more than to count in it. */
  readonly scratch: Uint32Array;
  readonly deadly: DeadlyEvents;
}

/** Of i, its months (positions in `months`) in order, and its events in each: from starts[i] to starts[i + 1]. */
export interface MonthCounts {
  readonly starts: Int32Array;
  readonly month: Uint16Array;
  readonly count: Uint16Array | Uint32Array;
}

/** Events of more than one day, in order of position. */
export interface SpanEvents {
  /** The most days that any of these ends after its first. */
  readonly most: number;
  readonly at: Int32Array;
  readonly end: Int32Array;
}

/** Events in which people were killed, in order of position, how many were, and the sums of all (lib/combo-sums.ts). */
export interface DeadlyEvents {
  readonly at: Int32Array;
  readonly killed: Uint32Array;
  readonly sums: Float64Array;
}

/** What an event is beside its place, one entry a trait. */
export interface Traits {
  readonly size: number;
  readonly type: Uint8Array;
  readonly pillarMask: Uint8Array;
  readonly confidence: Uint8Array;
  readonly dating: Uint8Array;
  readonly set: Uint8Array;
}

const traitNames = ['type', 'pillarMask', 'confidence', 'dating', 'set'] as const;

/** The first position whose event starts on the day or later. */
export function positionOf({ firstDay, before, size }: IndexBase, day: number): number {
  if (day <= firstDay) return 0;
  return day - firstDay >= before.length ? size : before[day - firstDay]!;
}

/** The day on which the event at a position starts. */
export function startAt({ firstDay, before }: IndexBase, at: number): number {
  return firstDay + firstNotBelow(before.length, (d) => before[d]! <= at) - 1;
}

/** The last day of the event at a position that starts on `start`. */
export function endAt({ spans }: IndexBase, at: number, start: number): number {
  for (const span of spans) {
    const i = countBelow(span.at, at);
    if (span.at[i] === at) return span.end[i]!;
  }
  return start;
}

/** The events of the base as columns, in its order. */
export function columnsFrom(base: IndexBase): IndexColumns {
  const { size, combo, comboPlace, comboTrait, traits, firstDay, before, spans, deadly } = base;
  const columns = emptyColumns(size);
  columns.id.set(base.id);
  for (let d = 0; d + 1 < before.length; d++) {
    for (let at = before[d]!; at < before[d + 1]!; at++) {
      const trait = comboTrait[combo[at]!]!;
      columns.start[at] = firstDay + d;
      columns.end[at] = firstDay + d;
      columns.place[at] = comboPlace[combo[at]!]!;
      for (const name of traitNames) columns[name][at] = traits[name][trait]!;
    }
  }
  for (const { at, end } of spans) for (let i = 0; i < at.length; i++) columns.end[at[i]!] = end[i]!;
  for (const [i, at] of deadly.at.entries()) columns.killed[at] = deadly.killed[i]!;
  return columns;
}

/** The event at a position. */
export function rowAt(base: IndexBase, at: number): IndexRow {
  const { combo, comboPlace, comboTrait, traits, id, deadly } = base;
  const c = combo[at]!;
  const t = comboTrait[c]!;
  const start = startAt(base, at);
  const dead = firstNotBelow(deadly.at.length, (i) => deadly.at[i]! < at);
  return {
    id: id[at]!,
    start,
    end: endAt(base, at, start),
    place: comboPlace[c]!,
    type: traits.type[t]!,
    pillarMask: traits.pillarMask[t]!,
    confidence: traits.confidence[t]!,
    dating: traits.dating[t]!,
    set: traits.set[t]!,
    killed: deadly.at[dead] === at ? deadly.killed[dead]! : 0,
  };
}
