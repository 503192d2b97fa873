import type { Counts } from '@/lib/api/answers';
import { countFacets } from '@/lib/count-facets';
import { dayFromNumber, dayNumber } from '@/lib/days';
import { binCell, type FacetCounts } from '@/lib/facet-counts';
import type { Filters } from '@/lib/filters';
import { binsBetween, periodFor, type Bin, type Period } from '@/lib/periods';
import { places } from '@/lib/places';
import { confidences, datings, eventTypes, pillars } from '@/lib/vocabulary';
import type { Database } from './client';
import { currentIndex } from './index-feed';
import { matchingIds } from './matching-ids';
import { readNamedFacets } from './named-facets';

const tally = (codes: readonly string[], counts: Uint32Array): Record<string, number> =>
  Object.fromEntries(codes.map((code, i) => [code, counts[i]!]));

/** Places without events are left out: there are hundreds. */
const byPlace = (counts: Uint32Array): Record<string, number> =>
  Object.fromEntries(places.flatMap(({ code }, i) => (counts[i]! > 0 ? [[code, counts[i]!]] : [])));

/** The days that a histogram covers: those of the events that pass, within the days that were asked for. */
function daysOf({ span }: FacetCounts, { from, to }: Filters): { from: string; to: string } | null {
  if (span === null) return null;
  const [first, last] = [dayFromNumber(span.from), dayFromNumber(span.to)];
  return { from: from !== null && from > first ? from : first, to: to !== null && to < last ? to : last };
}

/** The bins of these days, the outer ones cut by them. */
function binsOf(days: { from: string; to: string }, period: Period): Bin[] {
  return binsBetween(days.from, days.to, period).map((bin) => ({
    ...bin,
    from: bin.from < days.from ? days.from : bin.from,
    to: bin.to > days.to ? days.to : bin.to,
  }));
}

const REPORTED = datings.indexOf('reported');

function histogramBin(
  counts: FacetCounts,
  { from, to }: Bin,
  b: number,
): Counts['histogram']['bins'][number] {
  const sum = (count: (dating: number) => number): number => datings.reduce((all, _, d) => all + count(d), 0);
  return {
    from,
    to,
    total: sum((d) => counts.binTotals[b * datings.length + d]!),
    reported: counts.binTotals[b * datings.length + REPORTED]!,
    pillars: Object.fromEntries(pillars.map((code, p) => [code, sum((d) => counts.bins[binCell(b, p, d)]!)])),
  };
}

/** More bins than these are no histogram. */
export const MOST_BINS = 5000;

/**
 * The counts of one question, from the index; 'too-fine' where the period makes more bins than MOST_BINS. `show`: filters
 * whose values only Postgres counts.
 */
export async function readCounts(
  db: Database,
  filters: Filters,
  { period: wished, show = [] }: { period?: Period; show?: readonly ('actor' | 'origin' | 'article')[] },
): Promise<Counts | 'too-fine'> {
  const [{ index, revision }, ids] = await Promise.all([currentIndex(db), matchingIds(db, filters)]);
  const days = daysOf(countFacets(index, filters, { ids }), filters);
  const period = wished ?? (days ? periodFor(days.from, days.to) : 'month');
  const bins = days ? binsOf(days, period) : [];
  if (bins.length > MOST_BINS) return 'too-fine';
  const counts = countFacets(index, filters, {
    ids,
    binStarts: bins.map((bin) => dayNumber(bin.from)),
  });
  const named = show.length > 0 ? await readNamedFacets(db, filters, { size: Infinity, shown: show }) : null;
  const options = (name: (typeof show)[number]) =>
    named![name].map(({ value, label, count }) => ({ value, label, count: count ?? 0 }));
  return {
    total: counts.total,
    all: counts.all,
    revision,
    facets: {
      pillar: tally(pillars, counts.pillar),
      type: tally(eventTypes, counts.type),
      confidence: tally(confidences, counts.confidence),
      dated: tally(datings, counts.dated),
      region: byPlace(counts.region),
      set: Object.fromEntries(index.sets.map(({ key, number }) => [key, counts.set[number]!])),
      ...Object.fromEntries(show.map((name) => [name, options(name)])),
    },
    histogram: { period, bins: bins.map((bin, b) => histogramBin(counts, bin, b)) },
  };
}
