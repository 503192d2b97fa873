import type { Below, BelowChoice } from '@/lib/below';
import type { Day } from '@/lib/days';
import { hrefWith, noFilters, withFilters } from '@/lib/filters';
import type { Database } from './client';
import { readWatchedOne } from './indicator-readings';
import { listIndicators } from './indicators';
import { listSeries, readSeries } from './series';

/** What can stand below a chart, to choose from. */
export async function belowOptions(db: Database): Promise<{ value: string; label: string }[]> {
  const [series, indicators] = await Promise.all([listSeries(db), listIndicators(db)]);
  return [
    ...series.map(({ key, title, geography }) => ({
      value: `series:${key}`,
      label: `${title}, ${geography}`,
    })),
    ...indicators.map(({ slug, question }) => ({ value: `indicator:${slug}`, label: question })),
  ];
}

/** The measure chosen, with its numbers; null where there is none of this name. `asOf`: the day of knowledge of `db`. */
export async function readBelow(
  db: Database,
  { kind, key }: BelowChoice,
  asOf: Day | null,
): Promise<Below | null> {
  if (kind === 'series') {
    const series = await readSeries(db, key);
    return (
      series && {
        title: `${series.title}, ${series.geography}`,
        words: series.unit,
        source: series.publisher,
        href: hrefWith(`/series/${key}`, withFilters(noFilters, { asOf })),
        values: series.observations.map(({ startsOn, endsOn, value, marks }) => ({
          from: startsOn,
          to: endsOn,
          value,
          break: marks.includes('b'),
        })),
      }
    );
  }
  const watched = await readWatchedOne(db, key, asOf);
  return (
    watched && {
      title: watched.indicator.question,
      words: `a ${watched.indicator.period}`,
      source: 'an indicator of this record',
      href: hrefWith(`/indicators/${key}`, withFilters(noFilters, { asOf })),
      values: watched.readings.map(({ from, to, value }) => ({ from, to, value, break: false })),
    }
  );
}
