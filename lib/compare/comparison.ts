import { periodBins } from '@/lib/chart-period';
import { countFacets, countQuestion } from '@/lib/count-facets';
import { dayFromNumber, dayNumber, type Day } from '@/lib/days';
import type { EventIndex } from '@/lib/event-index';
import type { FacetCounts } from '@/lib/facet-counts';
import { observedDays } from '@/lib/event-study/observed-days';
import { daysIn, type Stretch } from '@/lib/event-study/outcome-days';
import { withFilters, type Filters } from '@/lib/filters';
import type { IdSet } from '@/lib/id-set';
import { bothOf, questionOf } from '@/lib/pass-tables';
import { binTitle, type Bin, type Period } from '@/lib/periods';
import { countInterval } from '@/lib/stats/count-interval';
import { rateRatio, type RateRatio } from '@/lib/stats/rate-ratio';
import { shareDifference, type ShareDifference } from '@/lib/stats/share-difference';
import { datings, pillarTerms, typeTerms } from '@/lib/vocabulary';
import type { CompareQuestion } from './compare-question';

/** The mean month, in days: rates are events in so many. */
export const MONTH_DAYS = 365.25 / 12;

/** One side of a comparison. */
export interface ComparedSide {
  /** Events that pass its filter, whenever; of these, dated only by report. */
  total: number;
  reported: number;
  /** The days of which a silence of the record tells something; null where there is none, and then no rate. */
  observed: Stretch | null;
  days: number;
  /** Events that touch those days, and how many that is a month with its interval. */
  events: number;
  rate: { mean: number; low: number; high: number } | null;
}

/** How much of either side is of a type or bears on a pillar. */
export interface MixRow {
  by: 'type' | 'pillar';
  code: string;
  label: string;
  a: number;
  b: number;
  /** Null where a side has no event. */
  difference: ShareDifference | null;
}

/** A period with the events of either side. */
export interface ComparedBin extends Bin {
  title: string;
  a: number;
  b: number;
}

export interface Comparison {
  a: ComparedSide;
  b: ComparedSide;
  /** Events that are in A and in B. */
  both: number;
  /** Rate of A to rate of B; null where a side has no days. */
  ratio: RateRatio | null;
  mix: MixRow[];
  period: Period;
  bins: ComparedBin[];
}

const REPORTED = datings.indexOf('reported');

interface Counted {
  side: ComparedSide;
  counts: FacetCounts;
}

function countSide(index: EventIndex, filters: Filters, ids: IdSet | null): Counted {
  const counts = countFacets(index, filters, { ids });
  const observed = observedDays(index, filters);
  const within = observed && {
    from: dayFromNumber(observed.from),
    to: dayFromNumber(observed.to),
  };
  const events = within ? countFacets(index, withFilters(filters, within), { ids }).total : 0;
  const days = observed ? daysIn(observed) : 0;
  const months = days / MONTH_DAYS;
  const { low, high } = countInterval(events);
  return {
    counts,
    side: {
      total: counts.total,
      reported: counts.passing.dated[REPORTED]!,
      observed,
      days,
      events,
      rate: days > 0 ? { mean: events / months, low: low / months, high: high / months } : null,
    },
  };
}

/** Types and pillars that either side has, the most frequent first; a mix of one type only says nothing. */
function mixOf(a: Counted, b: Counted, { a: asked, b: other }: CompareQuestion): MixRow[] {
  const row = (by: 'type' | 'pillar', code: string, label: string, x: number, y: number): MixRow => ({
    by,
    code,
    label,
    a: x,
    b: y,
    difference:
      a.side.total > 0 && b.side.total > 0
        ? shareDifference({ part: x, of: a.side.total }, { part: y, of: b.side.total })
        : null,
  });
  // The index counts a type as if none were chosen: those that the filter leaves out are not of the side.
  const ofType = (t: number, { counts }: Counted, { type }: Filters): number =>
    type.length === 0 || type.includes(typeTerms[t]!.code) ? counts.type[t]! : 0;
  const types = typeTerms
    .map(({ code, label }, t) => row('type', code, label, ofType(t, a, asked), ofType(t, b, other)))
    .filter((one) => one.a + one.b > 0)
    .sort((one, two) => two.a + two.b - (one.a + one.b));
  const pillars = pillarTerms
    .map(({ code, label }, p) =>
      row('pillar', code, label, a.counts.passing.pillar[p]!, b.counts.passing.pillar[p]!),
    )
    .filter((one) => one.a + one.b > 0);
  return [...(types.length > 1 ? types : []), ...pillars];
}

const later = (one: Day | null, other: Day): Day => (one !== null && one > other ? one : other);
const earlier = (one: Day | null, other: Day): Day => (one !== null && one < other ? one : other);

/** The events of a side in each bin of the days that are drawn. */
function binned(
  index: EventIndex,
  filters: Filters,
  ids: IdSet | null,
  bins: readonly Bin[],
): (bin: number) => number {
  const [first, last] = [bins[0]!.from, bins.at(-1)!.to];
  const within = { from: later(filters.from, first), to: earlier(filters.to, last) };
  if (within.from > within.to) return () => 0;
  const { binTotals } = countFacets(index, withFilters(filters, within), {
    ids,
    binStarts: bins.map(({ from }) => dayNumber(from)),
  });
  return (bin) => datings.reduce((sum, _, d) => sum + binTotals[bin * datings.length + d]!, 0);
}

/** Both sides by period, over the days that either is observed. */
function binsOf(
  index: EventIndex,
  { a, b }: CompareQuestion,
  ids: { a: IdSet | null; b: IdSet | null },
  observed: readonly Stretch[],
): Pick<Comparison, 'period' | 'bins'> {
  if (observed.length === 0) return { period: 'month', bins: [] };
  const { period, bins } = periodBins({
    from: dayFromNumber(Math.min(...observed.map(({ from }) => from))),
    to: dayFromNumber(Math.max(...observed.map(({ to }) => to))),
  });
  const [up, down] = [binned(index, a, ids.a, bins), binned(index, b, ids.b, bins)];
  return {
    period,
    bins: bins.map((bin, i) => ({ ...bin, title: binTitle(bin, period), a: up(i), b: down(i) })),
  };
}

/**
 * Compares two sets of events, counted from the index alone. Rates count the events that touch the days of which the
 * record is taken to be whole, as an event study has them; totals and mix count all.
 */
export function compareInIndex(
  index: EventIndex,
  question: CompareQuestion,
  ids: { a: IdSet | null; b: IdSet | null },
): Comparison {
  const [a, b] = [countSide(index, question.a, ids.a), countSide(index, question.b, ids.b)];
  const shared = ids.a && ids.b ? ids.a.and(ids.b) : (ids.a ?? ids.b);
  const both = bothOf(questionOf(index, question.a), questionOf(index, question.b));
  const exposed = ({ side: { events, days } }: Counted) => ({ events, exposure: days });
  return {
    a: a.side,
    b: b.side,
    both: countQuestion(index, both, { ids: shared }).total,
    ratio: a.side.days > 0 && b.side.days > 0 ? rateRatio(exposed(a), exposed(b)) : null,
    mix: mixOf(a, b, question),
    ...binsOf(
      index,
      question,
      ids,
      [a.side.observed, b.side.observed].filter((one) => one !== null),
    ),
  };
}
