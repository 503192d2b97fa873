import { dayNumber } from './days';
import type { EventIndex } from './event-index';
import type { Filters } from './filters';
import type { Traits } from './index-base';
import type { IndexColumns, IndexRow } from './index-columns';
import { findPlace, places } from './places';
import type { SourceSet } from './source-sets';
import { confidences, datings, eventTypes, pillars } from './vocabulary';

/** One bit a filter that has options; an event that fails exactly one still counts among that filter's own options. */
export const REGION = 1;
export const PILLAR = 2;
export const TYPE = 4;
export const CONFIDENCE = 8;
export const DATED = 16;
export const SET = 32;

/** A source set's number is one byte. */
export const MAX_SETS = 256;

/** For each value of a column, whether it passes the filter: nought, or the filter's bit. */
interface PassTables {
  /** By position in lib/places. */
  place: Uint8Array;
  type: Uint8Array;
  /** By pillar mask, so that the test of an event of several pillars is one look-up. */
  pillarMask: Uint8Array;
  confidence: Uint8Array;
  dating: Uint8Array;
  set: Uint8Array;
}

/** A question as the index asks it: which values pass, and the days that an event must touch. */
export interface Question {
  pass: PassTables;
  /** Day numbers, both included; infinite where the filter is not set. */
  from: number;
  to: number;
}

const tableOf = (size: number, failsAt: (i: number) => number): Uint8Array => {
  const table = new Uint8Array(size);
  for (let i = 0; i < size; i++) table[i] = failsAt(i);
  return table;
};

function listTable(codes: readonly string[], chosen: readonly string[], bit: number): Uint8Array {
  return tableOf(codes.length, (i) => (chosen.length === 0 || chosen.includes(codes[i]!) ? 0 : bit));
}

function placeTable(chosen: readonly string[]): Uint8Array {
  if (chosen.length === 0) return new Uint8Array(places.length);
  const paths = chosen.flatMap((code) => findPlace(code)?.path ?? []);
  return tableOf(places.length, (i) => (paths.some((path) => places[i]!.path.startsWith(path)) ? 0 : REGION));
}

/** By number of the source set; a set that the record does not have passes nothing. */
function setTable(sets: readonly SourceSet[], chosen: readonly string[]): Uint8Array {
  const table = new Uint8Array(MAX_SETS).fill(chosen.length === 0 ? 0 : SET);
  for (const { key, number } of sets) if (chosen.includes(key)) table[number] = 0;
  return table;
}

function pillarTable(chosen: readonly string[]): Uint8Array {
  const wanted = pillars.reduce((mask, code, bit) => (chosen.includes(code) ? mask | (1 << bit) : mask), 0);
  return tableOf(1 << pillars.length, (mask) => (wanted === 0 || mask & wanted ? 0 : PILLAR));
}

/** The filters that the index answers by itself. */
export function questionOf({ sets }: Pick<EventIndex, 'sets'>, filters: Filters): Question {
  return {
    pass: {
      place: placeTable(filters.region),
      type: listTable(eventTypes, filters.type, TYPE),
      pillarMask: pillarTable(filters.pillar),
      confidence: listTable(confidences, filters.confidence, CONFIDENCE),
      dating: listTable(datings, filters.dated, DATED),
      set: setTable(sets, filters.set),
    },
    from: filters.from === null ? -Infinity : dayNumber(filters.from),
    to: filters.to === null ? Infinity : dayNumber(filters.to),
  };
}

/** What passes both questions and touches the days of both, which need not overlap: an event can be longer than a gap. */
export function bothOf(one: Question, other: Question): Question {
  const either = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((bits, i) => bits | b[i]!);
  return {
    pass: {
      place: either(one.pass.place, other.pass.place),
      type: either(one.pass.type, other.pass.type),
      pillarMask: either(one.pass.pillarMask, other.pass.pillarMask),
      confidence: either(one.pass.confidence, other.pass.confidence),
      dating: either(one.pass.dating, other.pass.dating),
      set: either(one.pass.set, other.pass.set),
    },
    from: Math.max(one.from, other.from),
    to: Math.min(one.to, other.to),
  };
}

/** For each trait the filters that it fails. */
export function traitFails({ pass }: Question, traits: Traits): Uint8Array {
  const fails = new Uint8Array(traits.size);
  for (let t = 0; t < traits.size; t++)
    fails[t] =
      pass.type[traits.type[t]!]! |
      pass.pillarMask[traits.pillarMask[t]!]! |
      pass.confidence[traits.confidence[t]!]! |
      pass.dating[traits.dating[t]!]! |
      pass.set[traits.set[t]!]!;
  return fails;
}

/** The filters that an event fails, but for its dates. */
export function rowFails({ pass }: Question, row: IndexRow): number {
  return (
    pass.place[row.place]! |
    pass.type[row.type]! |
    pass.pillarMask[row.pillarMask]! |
    pass.confidence[row.confidence]! |
    pass.dating[row.dating]! |
    pass.set[row.set]!
  );
}

/** True where an event of columns passes the question, its dates among the rest. */
export function passesAt({ pass, from, to }: Question, columns: IndexColumns, at: number): boolean {
  return (
    columns.start[at]! <= to &&
    columns.end[at]! >= from &&
    (pass.place[columns.place[at]!]! |
      pass.type[columns.type[at]!]! |
      pass.pillarMask[columns.pillarMask[at]!]! |
      pass.confidence[columns.confidence[at]!]! |
      pass.dating[columns.dating[at]!]! |
      pass.set[columns.set[at]!]!) ===
      0
  );
}

/** True where the event's days touch those of the question. */
export const touches = ({ from, to }: Question, row: IndexRow): boolean => row.start <= to && row.end >= from;
