import type { EventIndex } from '@/lib/event-index';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import type { IdSet } from '@/lib/id-set';
import type { IndexBase } from '@/lib/index-base';
import type { IndexRow } from '@/lib/index-columns';
import { questionOf, rowFails } from '@/lib/pass-tables';
import { places } from '@/lib/places';
import { datings } from '@/lib/vocabulary';
import { daysIn, type OutcomeDays, type SpanCount, type Stretch } from './outcome-days';
import { lengthsOf, passingCombos } from './visit-passing';

const EXACT = datings.indexOf('exact');
const REPORTED = datings.indexOf('reported');
/** A combination that is not counted; spans of bucket b have the number SPANS - b. */
const NONE = -1;
const SPANS = -2;

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

/** Adds an event that is dated to some days; those of the same days often follow one another. */
function addSpan(spans: SpanCount[], from: number, to: number, events: number): void {
  const last = spans.at(-1);
  if (last?.from === from && last.to === to) last.events += events;
  else spans.push({ from, to, events });
}

/** The sums, day by day, of those of these lists that stand from each of the positions on. */
function sumFrom(counts: Uint32Array, starts: readonly number[], days: number): Uint32Array {
  if (starts.length === 1) return counts.subarray(starts[0], starts[0]! + days);
  const sums = new Uint32Array(days);
  for (const start of starts) for (let d = 0; d < days; d++) sums[d]! += counts[start + d]!;
  return sums;
}

/** Events by slot and day: a slot is where the days of a bucket begin, those dated to the day apart from those by report. */
class SlotCounts {
  readonly days: number;
  readonly buckets: number;
  readonly #counts: Uint32Array;
  readonly #spans: SpanCount[][];

  constructor(
    readonly observed: Stretch,
    readonly holders: readonly (readonly number[])[],
  ) {
    this.days = daysIn(observed);
    this.buckets = holders.length;
    this.#counts = new Uint32Array(2 * this.buckets * this.days);
    this.#spans = holders.map(() => []);
  }

  slotOf(bucket: number, dating: number): number {
    if (bucket === NONE) return NONE;
    if (dating === EXACT) return bucket * this.days;
    return dating === REPORTED ? (this.buckets + bucket) * this.days : SPANS - bucket;
  }

  /** The events of a base by the slots of its combinations. */
  addBase(base: IndexBase, slots: Int32Array, ids: IdSet | null): void {
    const [counts, days, { from }] = [this.#counts, this.days, this.observed];
    const { before, firstDay, combo, id } = base;
    const { each } = lengthsOf(base);
    for (let d = 0; d + 1 < before.length; d++) {
      const day = firstDay + d - from;
      const isObserved = day >= 0 && day < days;
      for (let at = before[d]!, end = before[d + 1]!; at < end; at++) {
        const slot = slots[combo[at]!]!;
        if (slot === NONE || (ids !== null && !ids.has(id[at]!))) continue;
        if (slot < 0) this.add(slot, firstDay + d, firstDay + d + each[at]!, 1);
        else if (isObserved) counts[slot + day]!++;
      }
    }
  }

  add(slot: number, start: number, end: number, events: number): void {
    const { from, to } = this.observed;
    if (slot >= 0) {
      if (start >= from && start <= to) this.#counts[slot + start - from]! += events;
    } else if (slot !== NONE && start <= to && end >= from)
      addSpan(this.#spans[SPANS - slot]!, start, end, events);
  }

  /** What the buckets in the chosen place g hold. */
  outcomeOf(g: number): OutcomeDays {
    const own = this.holders.flatMap((within, bucket) => (within.includes(g) ? [bucket] : []));
    const sum = (dating: number): Uint32Array =>
      sumFrom(
        this.#counts,
        own.map((bucket) => this.slotOf(bucket, dating)),
        this.days,
      );
    return {
      observed: this.observed,
      exact: sum(EXACT),
      reported: sum(REPORTED),
      spans: own.flatMap((bucket) => this.#spans[bucket]!),
    };
  }
}

/**
 * The outcome day by day in each of the chosen places (positions in lib/places; -1 holds every place), the filter's dates
 * apart: those of the index in one pass, then what stands beside it. `ids` are those that pass what only the database
 * can answer.
 */
export function countOutcome(
  index: EventIndex,
  filters: Filters,
  ids: IdSet | null,
  observed: Stretch,
  chosen: readonly number[],
): OutcomeDays[] {
  const { base, added, removed } = index;
  const { comboPlace, comboTrait, traits } = base;
  const question = questionOf(index, withFilters(filters, { from: noFilters.from, to: noFilters.to }));
  const { holders, bucketOf } = bucketsOf(chosen);
  const counts = new SlotCounts(observed, holders);
  const passes = passingCombos(base, question);
  const slots = new Int32Array(passes.length).fill(NONE);
  for (let c = 0; c < slots.length; c++)
    if (passes[c] === 1) slots[c] = counts.slotOf(bucketOf[comboPlace[c]!]!, traits.dating[comboTrait[c]!]!);
  counts.addBase(base, slots, ids);
  const addRow = (row: IndexRow, events: number): void => {
    if (rowFails(question, row) === 0 && (ids?.has(row.id) ?? true))
      counts.add(counts.slotOf(bucketOf[row.place]!, row.dating), row.start, row.end, events);
  };
  for (const row of added.values()) addRow(row, 1);
  // The pass over the base counted them.
  for (const row of removed.values()) addRow(row, -1);
  return chosen.map((_, g) => counts.outcomeOf(g));
}
