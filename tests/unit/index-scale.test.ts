import { describe, expect, it } from 'vitest';
import { sourceSets } from '@/db/seed/source-sets';
import { countFacets } from '@/lib/count-facets';
import { dayNumber } from '@/lib/days';
import { buildIndex, columnsOf, withChanges } from '@/lib/event-index';
import { noFilters, type Filters } from '@/lib/filters';
import { IdSet } from '@/lib/id-set';
import { columnsOfRows, type IndexRow } from '@/lib/index-columns';
import { passingPage } from '@/lib/passing-page';
import { binsBetween } from '@/lib/periods';
import { isWithin, placeNumber, places } from '@/lib/places';
import { confidences, datings, eventTypes, pillars } from '@/lib/vocabulary';

/** Enough events that running counts, whole months and the search for rare ones all have work. */
const SIZE = 120_000;
const FIRST = dayNumber('2001-03-10');
const DAYS = 7000;

/** Numbers that look random and are the same in every run (Numerical Recipes' generator). */
let seed = 11;
const random = (below: number): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};
/** Small numbers come far more often than great ones. */
const skewed = (below: number): number => random(1 + random(1 + random(below)));
const countries = places.filter(({ kind }) => kind === 'country').map(({ code }) => placeNumber(code));

const rows = Array.from({ length: SIZE }, (_, i): IndexRow => {
  const start = FIRST + DAYS - skewed(DAYS);
  const length = random(5) > 0 ? 0 : random(20) > 0 ? random(40) : random(900);
  return {
    id: i + 1,
    start,
    end: start + length,
    place: countries[skewed(countries.length)]!,
    type: skewed(eventTypes.length),
    pillarMask: 1 + skewed((1 << pillars.length) - 1),
    confidence: skewed(confidences.length),
    dating: skewed(datings.length),
    set: skewed(sourceSets.length),
    killed: skewed(9),
  };
});
const index = buildIndex(columnsOfRows(rows), sourceSets);

const has = (chosen: readonly string[], codes: readonly string[], i: number): boolean =>
  chosen.length === 0 || chosen.includes(codes[i]!);
const setKeys = sourceSets.toSorted((a, b) => a.number - b.number).map(({ key }) => key);

/** The filters once more, on a row, as plainly as they can be said. */
function passes(row: IndexRow, filters: Filters): boolean {
  return (
    (filters.from === null || row.end >= dayNumber(filters.from)) &&
    (filters.to === null || row.start <= dayNumber(filters.to)) &&
    (filters.region.length === 0 || filters.region.some((code) => isWithin(places[row.place]!.code, code))) &&
    (filters.pillar.length === 0 ||
      pillars.some((code, bit) => row.pillarMask & (1 << bit) && filters.pillar.includes(code))) &&
    has(filters.type, eventTypes, row.type) &&
    has(filters.confidence, confidences, row.confidence) &&
    has(filters.dated, datings, row.dating) &&
    has(filters.set, setKeys, row.set)
  );
}

const rare: Partial<Filters> = { type: ['economic'], confidence: ['disputed'], dated: ['reported'] };
const questions: Partial<Filters>[] = [
  {},
  { pillar: ['pursue'] },
  { type: ['attack', 'plot'] },
  { region: ['AF'] },
  { region: ['142', 'GB'] },
  { confidence: ['claimed'], dated: ['exact'] },
  { from: '2010-01-01', to: '2010-12-31' },
  { from: '2019-02-11', to: '2019-02-13' },
  { from: '2004-02-29', region: ['150'] },
  { to: '2005-07-15', pillar: ['prevent', 'prepare'] },
  { from: '1990-01-01', to: '1990-02-01' },
  { set: ['oxcgrt'], from: '2018-05-05' },
  rare,
  { ...rare, region: ['002'], from: '2003-03-03' },
];

/** What one would count by hand: total, span, and one facet that ignores its own filter. */
function byHand(list: readonly IndexRow[], filters: Filters) {
  const passing = list.filter((row) => passes(row, filters));
  const open = list.filter((row) => passes(row, { ...filters, type: [] }));
  return {
    total: passing.length,
    type: eventTypes.map((_, i) => open.filter((row) => row.type === i).length),
    span: passing.reduce<{ from: number; to: number } | null>(
      (span, { start, end }) => ({
        from: Math.min(start, span?.from ?? Infinity),
        to: Math.max(end, span?.to ?? -Infinity),
      }),
      null,
    ),
  };
}

/** Passing events in each bin by their first day, or by the first day asked for. */
function inBins(list: readonly IndexRow[], filters: Filters, starts: readonly number[]): number[] {
  const counts = starts.map(() => 0);
  const from = filters.from === null ? -Infinity : dayNumber(filters.from);
  for (const row of list.filter((one) => passes(one, filters)))
    counts[
      Math.max(
        0,
        starts.findLastIndex((start) => start <= Math.max(row.start, from)),
      )
    ]!++;
  return counts;
}

const summed = (perDating: Uint32Array): number[] =>
  Array.from({ length: perDating.length / datings.length }, (_, bin) =>
    datings.reduce((sum, _code, d) => sum + perDating[bin * datings.length + d]!, 0),
  );

describe('with a hundred thousand events', () => {
  it.each(questions)('counts what one would by hand: %j', (question) => {
    const filters = { ...noFilters, ...question };
    const { from, to } = { from: filters.from ?? '2001-01-01', to: filters.to ?? '2020-12-31' };
    for (const period of ['month', 'week', 'year'] as const) {
      const binStarts = binsBetween(from, to, period).map((bin) => dayNumber(bin.from));
      const { total, type, span, binTotals } = countFacets(index, filters, { binStarts });
      expect({ total, type: [...type], span }).toEqual(byHand(rows, filters));
      expect(summed(binTotals)).toEqual(inBins(rows, filters, binStarts));
    }
  });

  it.each(questions)('counts what one would of some ids: %j', (question) => {
    const filters = { ...noFilters, ...question };
    const some = rows.filter(({ id }) => id % 7 < 2);
    const binStarts = ['2001-01-01', '2010-01-01', '2018-06-15'].map(dayNumber);
    const ids = IdSet.of(some.map(({ id }) => id));
    const { total, type, span, binTotals } = countFacets(index, filters, { ids, binStarts });
    expect({ total, type: [...type], span }).toEqual(byHand(some, filters));
    expect(summed(binTotals)).toEqual(inBins(some, filters, binStarts));
  });

  it('counts the same after a thousand changes, and keeps every row', () => {
    const gone = new Set(rows.slice(0, 500).map(({ id }) => id));
    const moved = rows.slice(500, 1000).map((row) => ({ ...row, start: FIRST, end: FIRST + 5, type: 3 }));
    const changed = withChanges(index, gone, moved);
    const now = [...moved, ...rows.slice(1000)];
    for (const question of questions) {
      const filters = { ...noFilters, ...question };
      const { total, type, span } = countFacets(changed, filters);
      expect({ total, type: [...type], span }).toEqual(byHand(now, filters));
    }
    expect([...columnsOf(changed).id].sort((a, b) => a - b)).toEqual(
      now.map(({ id }) => id).sort((a, b) => a - b),
    );
  });

  it('has on a deep page what one would find there', () => {
    const filters = { ...noFilters, pillar: ['pursue' as const] };
    const wanted = rows
      .filter((row) => passes(row, filters))
      .sort((a, b) => b.start - a.start || b.id - a.id);
    const sort = { by: 'date', descending: true } as const;
    const { id, start } = wanted[wanted.length - 60]!;
    const after = { key: '', day: new Date(start * 86_400_000).toISOString().slice(0, 10), id };
    const page = passingPage(index, filters, null, { sort, after, limit: 50 });
    expect(page.map((placed) => placed.id)).toEqual(wanted.slice(-59, -9).map((row) => row.id));
  });
});
