import type { EventIndex } from '@/lib/event-index';
import type { Filters } from '@/lib/filters';
import type { IdSet } from '@/lib/id-set';
import type { IndexRow } from '@/lib/index-columns';
import { places } from '@/lib/places';
import { countBelow } from '@/lib/timeline-search';
import { datings } from '@/lib/vocabulary';
import { daysIn, type OutcomeDays, type SpanCount, type Stretch } from './outcome-days';
import { passingEvents, type PassingEvents } from './passing-events';

const EXACT = datings.indexOf('exact');
const REPORTED = datings.indexOf('reported');
/** In no bucket. */
const NONE = -1;

/** Places that lie in the same of the chosen ones are counted together: the buckets, and of each place its own. */
function bucketsOf(chosen: readonly number[]): { holders: number[][]; bucketOf: Int32Array } {
  const paths = chosen.map((place) => (place < 0 ? '' : places[place]!.path));
  const numbers = new Map<string, number>();
  const holders: number[][] = [];
  const bucketOf = new Int32Array(places.length).fill(NONE);
  for (const [i, { path }] of places.entries()) {
    const within: number[] = [];
    for (const [g, holder] of paths.entries()) if (path.startsWith(holder)) within.push(g);
    if (within.length === 0) continue;
    const key = within.join();
    if (!numbers.has(key)) numbers.set(key, holders.push(within) - 1);
    bucketOf[i] = numbers.get(key)!;
  }
  return { holders, bucketOf };
}

/** The sums, day by day, of lists of the same days. */
function sumOf(lists: readonly Uint32Array[], days: number): Uint32Array {
  if (lists.length === 1) return lists[0]!.subarray(0, days);
  const sums = new Uint32Array(days);
  for (const list of lists) for (let d = 0; d < days; d++) sums[d]! += list[d]!;
  return sums;
}

/** Counts events by the number of their stretch, or by what stands for it. */
function countEach(
  counts: Uint32Array,
  standIn: Int32Array | null,
  stretch: Int32Array,
  from: number,
  to: number,
): void {
  if (standIn === null) for (let i = from; i < to; i++) counts[stretch[i]!]!++;
  else for (let i = from; i < to; i++) counts[standIn[stretch[i]!]!]!++;
}

/** The events of one bucket day by day, and in a last place those of other days. */
class BucketCounts {
  readonly exact: Uint32Array;
  readonly reported: Uint32Array;
  readonly spans: SpanCount[] = [];

  constructor(readonly observed: Stretch) {
    this.exact = new Uint32Array(daysIn(observed) + 1);
    this.reported = new Uint32Array(daysIn(observed) + 1);
  }

  addRow({ dating, start, end }: IndexRow): void {
    if (dating !== EXACT && dating !== REPORTED) this.addSpan({ from: start, to: end, events: 1 });
    else if (start >= this.observed.from && start <= this.observed.to)
      (dating === EXACT ? this.exact : this.reported)[start - this.observed.from]!++;
  }

  addSpan(span: SpanCount): void {
    if (span.from <= this.observed.to && span.to >= this.observed.from) this.spans.push(span);
  }
}

/** Counts the events of places day by day. */
class PlaceCounter {
  /** By number of a stretch its first day, counted from the first observed; days that are not observed share a place behind. */
  readonly #dayOf: Int32Array;
  /** Room for the events by number of their span, and those numbers that can reach the observed days. */
  readonly #bySpan: Uint32Array;
  readonly #firstSpan: number;
  readonly #endSpan: number;

  constructor(
    readonly passing: PassingEvents,
    readonly observed: Stretch,
  ) {
    const { known, spans } = passing.events;
    const { from, to } = observed;
    this.#dayOf = known.from.map((day) => (day < from || day > to ? daysIn(observed) : day - from));
    this.#bySpan = new Uint32Array(spans.from.length);
    this.#endSpan = countBelow(spans.from, to + 1);
    this.#firstSpan = Math.max(
      0,
      spans.to.findIndex((last) => last >= from),
    );
  }

  count(held: readonly number[]): BucketCounts {
    const counts = new BucketCounts(this.observed);
    const { events, visitCombos, isOut } = this.passing;
    const { id, stretch, spans } = events;
    const bySpan = this.#bySpan;
    const addCombo = (dating: number, first: number, end: number): void => {
      const list = dating === EXACT ? counts.exact : dating === REPORTED ? counts.reported : bySpan;
      const at = list === bySpan ? null : this.#dayOf;
      if (isOut === null) countEach(list, at, stretch, first, end);
      else for (let i = first; i < end; i++) if (!isOut(id[i]!)) countEach(list, at, stretch, i, i + 1);
    };
    for (const place of held) visitCombos(place, addCombo);
    for (let s = this.#firstSpan; s < this.#endSpan; s++)
      if (bySpan[s]! > 0) counts.addSpan({ from: spans.from[s]!, to: spans.to[s]!, events: bySpan[s]! });
    bySpan.fill(0);
    return counts;
  }
}

/**
 * The outcome day by day in each of the chosen places (positions in lib/places; -1 holds every place), the filter's dates
 * apart. Bucket by bucket, so that what is counted into stays near. `ids` are those that pass what only the database can
 * answer.
 */
export function countOutcome(
  index: EventIndex,
  filters: Filters,
  ids: IdSet | null,
  observed: Stretch,
  chosen: readonly number[],
): OutcomeDays[] {
  const passing = passingEvents(index, filters, ids);
  const { holders, bucketOf } = bucketsOf(chosen);
  const held = holders.map((): number[] => []);
  for (const [place, bucket] of bucketOf.entries()) if (bucket !== NONE) held[bucket]!.push(place);
  const counter = new PlaceCounter(passing, observed);
  const buckets = held.map((own) => counter.count(own));
  for (const row of passing.added) buckets[bucketOf[row.place]!]?.addRow(row);
  return chosen.map((_, g): OutcomeDays => {
    const own = buckets.filter((_counts, bucket) => holders[bucket]!.includes(g));
    const sum = (key: 'exact' | 'reported') =>
      sumOf(
        own.map((counts) => counts[key]),
        daysIn(observed),
      );
    const spans = own.flatMap((counts) => counts.spans);
    return { observed, exact: sum('exact'), reported: sum('reported'), spans };
  });
}
