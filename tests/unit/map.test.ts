import { geoCentroid, geoContains } from 'd3-geo';
import fc from 'fast-check';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import atlas from 'world-atlas/countries-50m.json';
import { countFacets } from '@/lib/count-facets';
import { noFilters, withFilters } from '@/lib/filters';
import { keySizes, LARGEST } from '@/lib/map/circle-scale';
import { layoutMap, type MapLayout } from '@/lib/map/map-layout';
import { mapSheet } from '@/lib/map/map-sheet';
import { defaultMapView, mapViews } from '@/lib/map/map-view';
import { outlineOf } from '@/lib/map/outline';
import { mapMeasures, placeCounts } from '@/lib/map/place-counts';
import { placePoint } from '@/lib/map/place-point';
import { populationOf } from '@/lib/map/population';
import { childPlaces, places } from '@/lib/places';
import type { EventInput } from '@/lib/event';
import { anyEvent } from '../setup/arbitraries';
import { indexOf } from '../setup/index-rows';

const codes = fc.constantFrom(...places.map(({ code }) => code));
const anyPlaced = fc
  .tuple(anyEvent, codes)
  .map(([event, region]): EventInput => ({ ...event, region, status: 'published' }));
const anyMap = fc.record({
  list: fc.array(anyPlaced, { maxLength: 60 }),
  region: fc.array(codes, { maxLength: 3 }),
  view: fc.constantFrom(...mapViews),
  measure: fc.constantFrom(...mapMeasures),
});

const drawnIn = ({ spots }: MapLayout): number =>
  spots.reduce((sum, { count, chosen }) => sum + (chosen ? count : 0), 0);

describe('a map', () => {
  it('shows every event once, in a circle or beside the map, whatever the filter and the part of the world', () => {
    fc.assert(
      fc.property(anyMap, ({ list, region, view, measure }) => {
        const filters = withFilters(noFilters, { region });
        const facets = countFacets(indexOf(list), filters);
        const counts = placeCounts(facets, filters, view);
        const layout = layoutMap(counts, view, measure);
        const beside = layout.off.reduce((sum, { count }) => sum + count, 0);
        expect(drawnIn(layout) + beside).toBe(facets.total);
        // A circle is what its link would show, and its area what it stands for.
        const most = Math.max(0, ...layout.spots.map(({ value }) => value));
        for (const { place, count, chosen, r, value, x, y } of layout.spots) {
          if (region.length === 0 || !chosen)
            expect(count).toBe(
              countFacets(indexOf(list), withFilters(noFilters, { region: [place.code] })).total,
            );
          expect((r / LARGEST) ** 2).toBeCloseTo(value / most, 9);
          expect(value).toBe(measure === 'events' ? count : (count / populationOf(place.code)!) * 1e6);
          expect([x, y, view.height - y].every((n) => n >= -r)).toBe(true);
        }
        // The file has the same sum as the page.
        const { rows } = mapSheet(counts);
        const filed = rows.reduce((sum, row) => sum + (row[6] === 'yes' ? Number(row[2]) : 0), 0);
        expect(filed).toBe(facets.total);
      }),
      { numRuns: 60 },
    );
  });

  it('has a point for every country and every part of the UK, on land that is drawn', () => {
    for (const { code, kind } of places)
      expect([code, placePoint(code, 'world') !== undefined]).toEqual([
        code,
        ['country', 'nation', 'english_region'].includes(kind),
      ]);
    for (const view of mapViews) {
      const { land, borders } = outlineOf(view);
      expect(land).toMatch(/^M[\d.,MLZ-]+$/);
      expect(borders).toMatch(/^M/);
      expect(outlineOf(view)).toBe(outlineOf(view));
    }
  });

  it('has Northern Ireland’s circle in the middle of its own polygon', () => {
    const topology = atlas as Topology<{ countries: GeometryCollection }>;
    const kingdom = feature(topology, topology.objects.countries).features.find(({ id }) => id === '826')!;
    const point = [...placePoint('GB-NIR', 'world')!] as [number, number];
    const parts = kingdom.geometry.type === 'MultiPolygon' ? kingdom.geometry.coordinates : [];
    const own = parts.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
    const held = own.filter((polygon) => geoContains(polygon, point));
    expect(held).toHaveLength(1);
    expect(geoCentroid(held[0]!).map((degrees) => Number(degrees.toFixed(1)))).toEqual(point);
  });

  it('counts the same people in England as in its regions, and knows whom it does not count', () => {
    const sum = (parts: readonly { code: string }[]) =>
      parts.reduce((total, { code }) => total + populationOf(code)!, 0);
    expect(sum(childPlaces('GB-ENG'))).toBe(populationOf('GB-ENG'));
    // Office for National Statistics, mid-2020: 67,081,234 in the United Kingdom.
    expect(sum(childPlaces('GB'))).toBe(67_081_234);
    // World Population Prospects 2019: 7,794,798.739 thousand, less the Channel Islands, which have no figure each.
    const world = places
      .filter(({ kind }) => kind === 'country')
      .reduce((n, { code }) => n + (populationOf(code) ?? 0), 0);
    expect(world / 1e6).toBeCloseTo(7794.799 - 0.174, 2);
    expect(populationOf('AQ')).toBeNull();
  });

  it('gives its key round sizes that are on the map', () => {
    expect(keySizes(51, true)).toEqual([50, 10, 2]);
    expect(keySizes(1, true)).toEqual([1]);
    expect(keySizes(0, true)).toEqual([]);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e7, noNaN: true }), (most) => {
        const sizes = keySizes(most, false);
        expect(
          sizes.every(
            (size, i) => size <= most * (1 + 1e-9) && size > 0 && size < (sizes[i - 1] ?? Infinity),
          ),
        ).toBe(true);
      }),
    );
  });

  it('begins with the closest map that holds the chosen places', () => {
    const viewFor = (...region: string[]) => defaultMapView({ region }).code;
    expect([viewFor(), viewFor('GB-SCT'), viewFor('FR', 'GB'), viewFor('FR', 'CN'), viewFor('143')]).toEqual([
      'world',
      'uk',
      'europe',
      'world',
      'asia',
    ]);
  });
});
