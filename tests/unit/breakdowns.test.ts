import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakdownOf, breakdowns, scopeOf, type Breakdown } from '@/lib/breakdowns';
import { breakdownSheet } from '@/lib/chart-csv';
import type { EventInput } from '@/lib/event';
import { countFacets } from '@/lib/count-facets';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import { isWithin } from '@/lib/places';
import { datings } from '@/lib/vocabulary';
import { anyEvent, anyFilters, somePlaces } from '../setup/arbitraries';
import { indexOf } from '../setup/index-rows';

const countsOf = (events: readonly EventInput[], filters: Filters) => countFacets(indexOf(events), filters);

const events = fc.array(anyEvent, { maxLength: 50 });

describe('breakdownOf', () => {
  it('shows on each bar what its filter would show', () => {
    fc.assert(
      fc.property(events, anyFilters, fc.constantFrom(...breakdowns), (list, filters, by: Breakdown) => {
        const key = { pillars: 'pillar', types: 'type', regions: 'region' }[by];
        for (const share of breakdownOf(countsOf(list, filters), by, filters)) {
          if (share.code === null) continue;
          const alone = withFilters(filters, { [key]: [share.code] });
          expect(share.count).toBe(countsOf(list, alone).total);
          // And hatched: what that filter would show of report dates.
          expect(share.reported).toBe(countsOf(list, alone).passing.dated[datings.indexOf('reported')]);
        }
      }),
    );
  });

  it('has every event in exactly one type and one place', () => {
    fc.assert(
      fc.property(events, fc.constantFrom(...somePlaces), (list, place) => {
        for (const filters of [noFilters, withFilters(noFilters, { region: [place] })]) {
          const counts = countsOf(list, filters);
          const sum = (by: Breakdown): number =>
            breakdownOf(counts, by, filters).reduce((total, share) => total + share.count, 0);
          expect(sum('types')).toBe(counts.total);
          const scope = scopeOf(counts, filters);
          expect(sum('regions')).toBe(list.filter((event) => isWithin(event.region, scope.code)).length);
        }
      }),
    );
  });

  it('comes by size, and the row for no single place last', () => {
    fc.assert(
      fc.property(events, anyFilters, (list, filters) => {
        const shares = breakdownOf(countsOf(list, filters), 'regions', filters);
        const parts = shares.filter(({ code }) => code !== null);
        expect(shares.slice(0, parts.length)).toEqual(parts);
        parts.slice(1).forEach((share, i) => expect(share.count).toBeLessThanOrEqual(parts[i]!.count));
      }),
    );
  });

  const at = (region: string, id: number) => ({
    ...fc.sample(anyEvent, { seed: id, numRuns: 1 })[0]!,
    region,
  });

  it('breaks a chosen place down into its parts, and shows its neighbours where it has none', () => {
    const list = ['GB-SCT', 'E12000007', 'GB', 'KZ', '143', '001'].map(at);
    const labels = (...region: string[]): string[] => {
      const filters = withFilters(noFilters, { region });
      return breakdownOf(countsOf(list, filters), 'regions', filters).map(({ label }) => label);
    };
    expect(labels()).toEqual(['United Kingdom', 'Kazakhstan', 'More than one country']);
    expect(labels('GB')).toEqual(['England', 'Scotland', 'United Kingdom, no single nation']);
    expect(labels('GB-ENG')).toEqual(['London']);
    expect(labels('E12000007')).toEqual(['London']);
    expect(labels('143')).toEqual(['Kazakhstan', 'Central Asia, no single country']);
    expect(labels('KZ')).toEqual(labels());
    expect(labels('GB', 'KZ')).toEqual(labels());
  });

  it('marks the bars that the reader’s own filter leaves out', () => {
    const filters = withFilters(noFilters, { type: ['attack'] });
    const list = ['attack', 'plot'].map((type, id) => ({ ...at('GB', id), type }) as EventInput);
    const shares = breakdownOf(countsOf(list, filters), 'types', filters);
    expect(shares.map(({ code, chosen }) => [code, chosen])).toEqual([
      ['attack', true],
      ['plot', false],
    ]);
    expect(breakdownSheet('types', shares).rows.map((row) => row.at(-1))).toEqual(['yes', 'no']);
  });
});
