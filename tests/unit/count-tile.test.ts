import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakdownOf, scopeOf, TOP_BARS, topOf } from '@/lib/breakdowns';
import { buildTile } from '@/lib/build-tile';
import { countFacets } from '@/lib/count-facets';
import {
  ALL_BARS,
  barKey,
  countIn,
  decodeTile,
  encodeTile,
  MAX_TILE_BARS,
  MAX_TILE_BINS,
  MAX_TILE_BYTES,
  snapped,
  tileEdges,
} from '@/lib/count-tile';
import { dayFromNumber, dayNumber } from '@/lib/days';
import { withChanges } from '@/lib/event-index';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import { IdSet } from '@/lib/id-set';
import { placeNumber } from '@/lib/places';
import type { Span } from '@/lib/timeline';
import { eventTypes, pillars } from '@/lib/vocabulary';
import { anyEvent, anyFilters } from '../setup/arbitraries';
import { indexOf, rowOf } from '../setup/index-rows';

const events = fc.array(anyEvent, { maxLength: 40 });
const ownFilters = anyFilters.map((filters): Filters => ({
  ...filters,
  q: null,
  actor: [],
  origin: [],
  article: [],
}));
const FIRST = dayNumber('2019-04-01');
/** Views of a few days, of some years, and of a century. */
const anyView = fc
  .tuple(
    fc.nat(900),
    fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 500, max: 2500 }), fc.constant(36_000)),
  )
  .map(([at, days]): Span => ({ from: FIRST + at, to: FIRST + at + days }));
const marks = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

/** Days between two shares of a view. */
const marked = ({ from, to }: Span, [a, b]: [number, number]): Span => {
  const day = (share: number): number => from + Math.floor(share * (to - from - 1));
  return { from: day(Math.min(a, b)), to: day(Math.max(a, b)) + 1 };
};

describe('the tile of cumulative counts', () => {
  it('says of any marked days what counting them would say, for every bar, whatever the filters', () => {
    fc.assert(
      fc.property(
        events,
        ownFilters,
        anyView,
        marks,
        fc.option(fc.array(fc.nat(40))),
        (list, filters, view, shares, chosen) => {
          const ids = chosen && IdSet.of(chosen);
          const whole = indexOf(list);
          const index = withChanges(
            whole,
            new Set([1]),
            list.slice(0, 1).map((event) => rowOf(event, 0)),
          );
          const tile = decodeTile(encodeTile(buildTile(index, filters, ids, view)).buffer);
          const days = snapped(tile, marked(view, shares));
          const dates = { from: dayFromNumber(days.from), to: dayFromNumber(days.to - 1) };
          const counts = countFacets(index, withFilters(filters, dates), { ids });
          expect(countIn(tile, ALL_BARS, days)).toBe(counts.total);
          pillars.forEach((code, i) =>
            expect(countIn(tile, barKey('pillar', code), days)).toBe(counts.pillar[i]),
          );
          eventTypes.forEach((code, i) =>
            expect(countIn(tile, barKey('type', code), days)).toBe(counts.type[i]),
          );
          const rows = topOf(breakdownOf(countFacets(index, filters, { ids }), 'regions', filters), TOP_BARS);
          for (const { code } of rows.filter((row) => row.code !== null))
            expect(countIn(tile, barKey('region', code), days)).toBe(counts.region[placeNumber(code!)]);
        },
      ),
    );
  });

  it('counts what no single place stands for as the breakdown does', () => {
    let compared = 0;
    fc.assert(
      fc.property(events, ownFilters, (list, filters) => {
        const index = indexOf(list);
        const view = { from: FIRST - 500, to: FIRST + 3000 };
        const tile = decodeTile(encodeTile(buildTile(index, filters, null, view)).buffer);
        const undated = withFilters(filters, { from: null, to: null });
        const all = countFacets(index, undated);
        // The tile has the bars that the page shows, which its dates may have put among the parts of another place.
        if (scopeOf(all, undated) !== scopeOf(countFacets(index, filters), filters)) return;
        const rest = breakdownOf(all, 'regions', undated).find(({ code }) => code === null);
        const counted = countIn(tile, barKey('region', null), view);
        if (!rest || counted === null) return;
        expect(counted).toBe(rest.count);
        compared++;
      }),
    );
    expect(compared).toBeGreaterThan(0);
  });

  it('grows marked days to whole bins, and to no more', () => {
    fc.assert(
      fc.property(anyView, marks, (view, shares) => {
        const tile = { edges: tileEdges(view), bars: new Map() };
        const days = marked(view, shares);
        const whole = snapped(tile, days);
        expect(tile.edges).toContain(whole.from);
        expect(tile.edges).toContain(whole.to);
        expect(whole.from <= days.from && whole.to >= days.to).toBe(true);
        expect(tile.edges.filter((edge) => edge > whole.from && edge <= days.from)).toEqual([]);
        expect(tile.edges.filter((edge) => edge < whole.to && edge >= days.to)).toEqual([]);
        if (view.to - view.from <= MAX_TILE_BINS - 2) expect(whole).toEqual(days);
      }),
    );
  });

  it('is bounded in bytes, whatever the days and the record', () => {
    fc.assert(
      fc.property(anyView, events, (view, list) => {
        expect(tileEdges(view).length - 1).toBeLessThanOrEqual(MAX_TILE_BINS);
        const tile = buildTile(indexOf(list), noFilters, null, view);
        expect(tile.keys.length).toBeLessThanOrEqual(MAX_TILE_BARS);
        expect(encodeTile(tile).length).toBeLessThanOrEqual(MAX_TILE_BYTES);
      }),
      { numRuns: 30 },
    );
    expect(MAX_TILE_BYTES).toBeLessThan(140_000);
  });
});
