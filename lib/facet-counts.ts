import { placeNumber, places } from './places';
import { MAX_SETS } from './pass-tables';
import { confidences, datings, eventTypes, pillars } from './vocabulary';

/** Counts of a question: the total, and each filter's options under all the other filters (crossfilter semantics). */
export interface FacetCounts {
  total: number;
  /** Events of the record, whatever the filters. */
  all: number;
  pillar: Uint32Array;
  type: Uint32Array;
  confidence: Uint32Array;
  dated: Uint32Array;
  /** By the number of the source set. */
  set: Uint32Array;
  /** By position in lib/places; a place counts all that lies in it. */
  region: Uint32Array;
  /** Events in each bin × pillar × dating: see binCell. Only where bins were asked for. */
  bins: Uint32Array;
  /** Events in each bin × dating, each event once. */
  binTotals: Uint32Array;
  /** Of these options' counts, the events dated only by report. */
  reported: { pillar: Uint32Array; type: Uint32Array; region: Uint32Array };
  /** The same of the events that pass every filter: what sentences and shares are about. */
  passing: { pillar: Uint32Array; dated: Uint32Array };
  /** First start and last end of the events that pass, as day numbers; null where none does. */
  span: { from: number; to: number } | null;
}

/** Where the count of a bin, pillar and dating stands in FacetCounts.bins. */
export function binCell(bin: number, pillar: number, dating: number): number {
  return (bin * pillars.length + pillar) * datings.length + dating;
}

/** All nought, for a record of `all` events. */
export function emptyCounts(all: number, bins: number): FacetCounts {
  const byOption = () => ({
    pillar: new Uint32Array(pillars.length),
    type: new Uint32Array(eventTypes.length),
    region: new Uint32Array(places.length),
  });
  return {
    total: 0,
    all,
    ...byOption(),
    confidence: new Uint32Array(confidences.length),
    dated: new Uint32Array(datings.length),
    set: new Uint32Array(MAX_SETS),
    bins: new Uint32Array(bins * pillars.length * datings.length),
    binTotals: new Uint32Array(bins * datings.length),
    reported: byOption(),
    passing: { pillar: new Uint32Array(pillars.length), dated: new Uint32Array(datings.length) },
    span: null,
  };
}

/** Adds n to the count of every pillar of a mask. */
export function addByPillar(counts: Uint32Array, mask: number, n: number, at = 0, step = 1): void {
  for (let p = 0; p < pillars.length; p++) if (mask & (1 << p)) counts[at + p * step]! += n;
}

const parents = Int16Array.from(places, ({ parent }) => (parent === null ? -1 : placeNumber(parent)));

/** Adds what lies in a place to the place: parents stand before their children, so one walk from the end does it. */
export function rollUp(region: Uint32Array): void {
  for (let p = places.length - 1; p > 0; p--) if (parents[p]! >= 0) region[parents[p]!]! += region[p]!;
}
