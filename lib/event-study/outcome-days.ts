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

/** The same, added up: each list holds the sums before every observed day and after the last. */
export interface OutcomeSums {
  observed: Stretch;
  exact: Uint32Array;
  reported: Uint32Array;
  shares: Float64Array;
  /** By their first day. */
  spans: readonly SpanCount[];
}

/**
 * The outcome added up once, for every window that is laid over it. In `shares` an event dated to a span is spread evenly over
 * its days: what the curves and the check at other dates count; those known only by report are in it where `withReported`.
 */
export function outcomeSums(
  { observed, exact, reported, spans }: OutcomeDays,
  withReported: boolean,
): OutcomeSums {
  const days = daysIn(observed);
  const steps = new Float64Array(days + 1);
  for (const span of spans) {
    const share = span.events / daysIn(span);
    steps[Math.max(0, span.from - observed.from)]! += share;
    steps[Math.min(days, span.to - observed.from + 1)]! -= share;
  }
  const [exactly, byReport] = [new Uint32Array(days + 1), new Uint32Array(days + 1)];
  const shares = new Float64Array(days + 1);
  let [known, told, all, spread] = [0, 0, 0, 0];
  for (let d = 0; d < days; d++) {
    spread += steps[d]!;
    known += exact[d]!;
    told += reported[d]!;
    // What is left of a sum that comes to nought is no event.
    all += exact[d]! + (withReported ? reported[d]! : 0) + (Math.abs(spread) < 1e-9 ? 0 : spread);
    exactly[d + 1] = known;
    byReport[d + 1] = told;
    shares[d + 1] = all;
  }
  const inOrder = spans.toSorted((a, b) => a.from - b.from);
  return { observed, exact: exactly, reported: byReport, shares, spans: inOrder };
}
