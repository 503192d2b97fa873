import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterKeys, filtersToQuery, noFilters, parseFilters, withoutValue } from '@/lib/filters';
import { anyFilters } from '../setup/arbitraries';

describe('filters in the URL', () => {
  it('come back the same from their own query', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(parseFilters(new URLSearchParams(filtersToQuery(filters)))).toEqual({ filters, problems: [] });
      }),
    );
  });

  it('never throw, whatever the query string, and are canonical after one reading', () => {
    const key = fc.oneof(
      fc.constantFrom(...filterKeys, '__proto__', 'constructor', 'hasOwnProperty'),
      fc.string({ unit: 'binary' }),
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('prevent', 'GB', '2020-02-31', '\0', '%', 'a'.repeat(10_000)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value)), (pairs) => {
        const query = pairs
          .map((pair) => pair.map((part) => encodeURIComponent(part.replaceAll(/\p{Cs}/gu, ''))).join('='))
          .join('&');
        const { filters } = parseFilters(new URLSearchParams(query));
        expect(parseFilters(new URLSearchParams(filtersToQuery(filters))).filters).toEqual(filters);
      }),
    );
  });

  it('drop and name what they cannot use', () => {
    const { filters, problems } = parseFilters({
      from: 'rubbish',
      pillar: ['prevent', 'prevnet'],
      region: 'Atlantis',
      type: 'attack',
    });
    expect(filters).toEqual({ ...noFilters, pillar: ['prevent'], type: ['attack'] });
    expect(problems.map(({ key, value }) => [key, value])).toEqual([
      ['from', 'rubbish'],
      ['pillar', 'prevnet'],
      ['region', 'Atlantis'],
    ]);
  });

  it('understand places and dates as people write them', () => {
    const { filters } = parseFilters({ region: ['uk', 'Burma'], from: 'March 2020', to: 'March 2020' });
    expect(filters).toMatchObject({ region: ['GB', 'MM'], from: '2020-03-01', to: '2020-03-31' });
  });

  it('swap dates that stand the wrong way round, and say so', () => {
    const { filters, problems } = parseFilters({ from: '2020-05-01', to: '2020-04-01' });
    expect([filters.from, filters.to, problems.length]).toEqual(['2020-04-01', '2020-05-01', 1]);
  });

  it('lose one value alone', () => {
    const { filters } = parseFilters({ pillar: ['prevent', 'pursue'], q: 'masks' });
    expect(withoutValue(filters, 'pillar', 'pursue')).toEqual({ ...filters, pillar: ['prevent'] });
    expect(withoutValue(filters, 'q', 'masks').q).toBeNull();
  });
});
