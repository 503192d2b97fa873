import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noFilters } from '@/lib/filters';
import { parsePrefixed, prefixedToQuery } from '@/lib/prefixed-filters';
import { anyFilters } from '../setup/arbitraries';

describe('several sets of filters in one URL', () => {
  it('come back apart, each as it was, from parameters and from what Next makes of them', () => {
    fc.assert(
      fc.property(anyFilters, anyFilters, (a, o) => {
        const query = new URLSearchParams(prefixedToQuery({ a, o }, { weeks: '12', gap: null }));
        const asNext = Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)]));
        for (const params of [query, asNext]) {
          expect(parsePrefixed(params, 'a')).toEqual({ filters: a, problems: [] });
          expect(parsePrefixed(params, 'o')).toEqual({ filters: o, problems: [] });
        }
        expect(query.get('weeks')).toBe('12');
        expect(query.has('gap')).toBe(false);
      }),
    );
  });

  it('take nothing from the page’s own filters or from another prefix', () => {
    const query = new URLSearchParams('type=attack&ab.type=lockdown&b.region=GB&a=x&a.=x');
    expect(parsePrefixed(query, 'a')).toEqual({ filters: noFilters, problems: [] });
  });

  it('name what cannot be used', () => {
    const { filters, problems } = parsePrefixed({ 'a.type': ['attack', 'nonsense'] }, 'a');
    expect(filters).toEqual({ ...noFilters, type: ['attack'] });
    expect(problems).toMatchObject([{ key: 'type', value: 'nonsense' }]);
  });

  it('never throw, whatever the query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string(), (text, prefix) => {
        expect(() => parsePrefixed(new URLSearchParams(text), prefix)).not.toThrow();
      }),
    );
  });
});
