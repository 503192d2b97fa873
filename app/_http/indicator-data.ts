import { readArticle } from '@/db/articles';
import type { Database } from '@/db/client';
import { indicatorFilters } from '@/db/indicator-counts';
import { readWatchedOne } from '@/db/indicator-readings';
import { readFacets } from '@/db/facets';
import { readSeries } from '@/db/series';
import { filterWords } from '@/lib/filter-words';
import { hrefWith, noFilters, withFilters, type Filters } from '@/lib/filters';
import type { Day } from '@/lib/days';
import type { Reading } from '@/lib/indicators/evaluate';
import type { Balance } from '@/lib/evidence/balance';
import type { Indicator } from '@/lib/indicators/indicator';
import { measuredWords } from '@/lib/indicators/measured-words';
import { readSurroundings } from './surroundings';
import type { Asked } from '@/lib/asked';

/** Whose places and pillars what lies over an indicator on a series obeys. */
const seriesView = ({ pillar }: Indicator, series: { region: string | null } | null): Filters =>
  withFilters(noFilters, { pillar: [pillar], region: series?.region ? [series.region] : [] });

/**
 * An indicator with its readings and the words for what it counts, of the record that `db` is, as known on `asOf`; null where
 * there is none of this slug.
 */
export async function readIndicatorPage(db: Database, slug: string, asOf: Day | null) {
  const watched = /^[a-z0-9-]{1,60}$/.test(slug) ? await readWatchedOne(db, slug, asOf) : null;
  if (!watched) return null;
  const { indicator, readings } = watched;
  const article = indicator.article === null ? null : await readArticle(db, indicator.article);
  if (indicator.measure === 'series') {
    const series = await readSeries(db, indicator.series!);
    const source = series ? `${series.publisher}${series.licence ? `, ${series.licence}` : ''}` : 'unknown';
    return {
      indicator,
      readings,
      article,
      filters: withFilters(seriesView(indicator, series), { asOf }),
      measured: series?.title ?? 'A series',
      hrefOf: null,
      source: `Source: ${source}.`,
    };
  }
  const filters = indicatorFilters(indicator);
  const words = filterWords(filters, await readFacets(db, filters));
  const hrefOf = ({ from, to }: Reading): string =>
    hrefWith('/events', withFilters(filters, { from, to, asOf }));
  return {
    indicator,
    readings,
    article,
    /** Whose places and pillars what lies over it obeys. */
    filters: withFilters(filters, { asOf }),
    measured: measuredWords(indicator, words),
    hrefOf,
    source: 'Source: events of this record.',
  };
}

/** What goes with an indicator over these readings: what lies over it, the notes on its days, and what stands below. */
export const indicatorSurroundings = (
  db: Database,
  asked: Asked,
  filters: Filters,
  readings: readonly Reading[],
) =>
  readSurroundings(db, asked, filters, {
    from: readings[0]?.from ?? null,
    to: readings.at(-1)?.to ?? null,
  });

/** What goes with the balance of an indicator's evidence. */
export async function evidenceSurroundings(
  db: Database,
  { overlay }: Pick<Asked, 'overlay'>,
  indicator: Indicator,
  { columns }: Balance,
  asOf: Day | null,
) {
  const ofSeries = indicator.measure === 'series';
  const series = ofSeries ? await readSeries(db, indicator.series!) : null;
  const filters = ofSeries ? seriesView(indicator, series) : indicatorFilters(indicator);
  const days = { from: columns[0]?.from ?? null, to: columns.at(-1)?.to ?? null };
  return readSurroundings(db, { overlay, below: null }, withFilters(filters, { asOf }), days);
}
