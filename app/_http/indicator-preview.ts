import type { Database } from '@/db/client';
import { readFacets } from '@/db/facets';
import { indicatorCounts, indicatorFilters } from '@/db/indicator-counts';
import { readSeries } from '@/db/series';
import { filterWords } from '@/lib/filter-words';
import { baselineWords } from '@/lib/indicators/baseline-words';
import { evaluateInTurns } from '@/lib/indicators/evaluate';
import { firedIn, firedWords } from '@/lib/indicators/fired';
import type { Indicator } from '@/lib/indicators/indicator';
import { indicatorChart } from '@/lib/indicators/indicator-chart';
import { measuredWords } from '@/lib/indicators/measured-words';
import { reasonWords } from '@/lib/indicators/status-words';

/** The readings off the band that are listed. */
const LISTED = 20;

/** What an indicator would have said of the past, as its form shows it; nothing is stored. */
export async function previewIndicator(db: Database, indicator: Indicator) {
  const readings = await evaluateInTurns(await indicatorCounts(db, indicator), indicator);
  const filters = indicatorFilters(indicator);
  const measured =
    indicator.measure === 'series'
      ? ((await readSeries(db, indicator.series!))?.title ?? 'A series')
      : measuredWords(indicator, filterWords(filters, await readFacets(db, filters)));
  const fired = firedIn(readings);
  const from = baselineWords(indicator);
  const last = readings.at(-1);
  return {
    measured,
    from,
    pillar: indicator.pillar,
    period: indicator.period,
    sentence: firedWords(fired, indicator),
    /** Why the latest period says what it says. */
    latest: last ? { reading: last, words: reasonWords(last, from) } : null,
    chart: indicatorChart(readings),
    fired: fired.readings.slice(0, LISTED),
    more: Math.max(0, fired.readings.length - LISTED),
  };
}
export type IndicatorPreview = Awaited<ReturnType<typeof previewIndicator>>;
