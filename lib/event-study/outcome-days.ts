import { datings } from '@/lib/vocabulary';
import type { PassingEvent } from './visit-passing';

/** Days from one to another, both included, as day numbers. */
export interface Stretch {
  from: number;
  to: number;
}

export const daysIn = ({ from, to }: Stretch): number => Math.max(0, to - from + 1);

/** Events that happened some time within the same days. */
export interface SpanCount extends Stretch {
  events: number;
}

/** The outcome day by day, over the days that are observed. */
export interface OutcomeDays {
  observed: Stretch;
  /** Events dated to the day, by days since the first that is observed; one of several days counts on its first. */
  exact: Uint32Array;
  /** Events known only by the day of a report, on that day. */
  reported: Uint32Array;
  /** Events known only to a part of a month, a month, a quarter or a year, as far as it touches the observed days. */
  spans: readonly SpanCount[];
}

const EXACT = datings.indexOf('exact');
const REPORTED = datings.indexOf('reported');

/** Gathers the outcome while the index is walked. */
export class OutcomeCounter {
  readonly #exact: Uint32Array;
  readonly #reported: Uint32Array;
  readonly #spans = new Map<number, SpanCount>();

  constructor(readonly observed: Stretch) {
    this.#exact = new Uint32Array(daysIn(observed));
    this.#reported = new Uint32Array(daysIn(observed));
  }

  add({ start, end, dating }: PassingEvent): void {
    const { from, to } = this.observed;
    if (dating === EXACT || dating === REPORTED) {
      if (start >= from && start <= to) (dating === EXACT ? this.#exact : this.#reported)[start - from]!++;
      return;
    }
    if (end < from || start > to) return;
    // Days are within some millions of nought.
    const key = start * 10_000_000 + (end - start);
    const known = this.#spans.get(key);
    if (known) known.events++;
    else this.#spans.set(key, { from: start, to: end, events: 1 });
  }

  days(): OutcomeDays {
    return {
      observed: this.observed,
      exact: this.#exact,
      reported: this.#reported,
      spans: [...this.#spans.values()],
    };
  }
}

/**
 * Events a day, where one dated to a span is spread evenly over its days: what the curves, the shares and the check at
 * other dates count. Those known only by report are in it where `withReported`.
 */
export function dailyShares(
  { observed, exact, reported, spans }: OutcomeDays,
  withReported: boolean,
): Float64Array {
  const days = daysIn(observed);
  const steps = new Float64Array(days + 1);
  for (const span of spans) {
    const share = span.events / daysIn(span);
    steps[Math.max(0, span.from - observed.from)]! += share;
    steps[Math.min(days, span.to - observed.from + 1)]! -= share;
  }
  const shares = new Float64Array(days);
  let spread = 0;
  for (let d = 0; d < days; d++) {
    spread += steps[d]!;
    // What is left of a sum that comes to nought is no event.
    shares[d] = exact[d]! + (withReported ? reported[d]! : 0) + (Math.abs(spread) < 1e-9 ? 0 : spread);
  }
  return shares;
}
