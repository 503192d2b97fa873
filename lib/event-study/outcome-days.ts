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
  /** By their first and last days, each stretch once. */
  spans: readonly SpanCount[];
}

/** Sums before every day and after the last; of a list without events, as many are, always the same memory. */
function sumsOf(counts: Uint32Array, none: Uint32Array): Uint32Array {
  let d = 0;
  while (d < counts.length && counts[d] === 0) d++;
  if (d === counts.length) return none;
  const sums = new Uint32Array(counts.length + 1);
  for (let sum = 0; d < counts.length; d++) sums[d + 1] = sum += counts[d]!;
  return sums;
}

/**
 * Spans by their first and last days, those of the same days as one: shares are fractions, whose sums depend on the order in
 * which they are added, and the answer must not depend on which events stand beside the index.
 */
function inOrder(spans: readonly SpanCount[]): readonly SpanCount[] {
  const byDays = (a: SpanCount, b: SpanCount): number => a.from - b.from || a.to - b.to;
  if (spans.every((span, i) => i === 0 || byDays(spans[i - 1]!, span) < 0)) return spans;
  const merged: SpanCount[] = [];
  for (const span of spans.toSorted(byDays)) {
    const last = merged.at(-1);
    if (last && byDays(last, span) === 0) last.events += span.events;
    else merged.push({ ...span });
  }
  return merged;
}

/**
 * The outcomes added up once, for every window that is laid over them. In `shares` an event dated to a span is spread evenly over
 * its days: what the curves and the check at other dates count; those known only by report are in it where `withReported`.
 */
export function outcomeSums(outcomes: readonly OutcomeDays[], withReported: boolean): OutcomeSums[] {
  const most = outcomes.reduce((days, { observed }) => Math.max(days, daysIn(observed)), 0);
  const steps = new Float64Array(most + 1);
  const none = new Uint32Array(most + 1);
  return outcomes.map(({ observed, exact, reported, spans: given }) => {
    const spans = inOrder(given);
    const days = daysIn(observed);
    steps.fill(0);
    for (const span of spans) {
      const share = span.events / daysIn(span);
      steps[Math.max(0, span.from - observed.from)]! += share;
      steps[Math.min(days, span.to - observed.from + 1)]! -= share;
    }
    const shares = new Float64Array(days + 1);
    let [all, spread] = [0, 0];
    for (let d = 0; d < days; d++) {
      spread += steps[d]!;
      // What is left of a sum that comes to nought is no event.
      all += exact[d]! + (withReported ? reported[d]! : 0) + (Math.abs(spread) < 1e-9 ? 0 : spread);
      shares[d + 1] = all;
    }
    return {
      observed,
      exact: sumsOf(exact, none),
      reported: sumsOf(reported, none),
      shares,
      spans,
    };
  });
}
