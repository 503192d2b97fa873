import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalQuery } from '@/lib/canonical-query';
import { filtersToQuery } from '@/lib/filters';
import { anyFilters } from '../setup/arbitraries';

const canonical = (query: string): string => canonicalQuery(new URLSearchParams(query));

describe('a canonical query', () => {
  it('is the same whatever the order of the parameters', () => {
    fc.assert(
      fc.property(anyFilters, fc.infiniteStream(fc.nat()), (filters, order) => {
        const pairs = [...new URLSearchParams(filtersToQuery(filters, { view: 'x', lanes: 'type' }))];
        const shuffled = pairs
          .map((pair) => ({ pair, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ pair }) => pair);
        expect(canonicalQuery(new URLSearchParams(shuffled))).toBe(
          canonicalQuery(new URLSearchParams(pairs)),
        );
      }),
    );
  });

  it('tells filters apart, and stays what it is', () => {
    fc.assert(
      fc.property(anyFilters, anyFilters, (a, b) => {
        const [first, second] = [filtersToQuery(a), filtersToQuery(b)];
        expect(canonical(first) === canonical(second)).toBe(first === second);
        expect(canonical(canonical(first))).toBe(canonical(first));
      }),
    );
  });

  it.each([
    ['pillar=PREVENT&region=uk', 'region=GB&pillar=prevent&q='],
    ['from=March+2020', 'from=2020-03-01'],
    ['view=1&lanes=2', 'lanes=2&view=1'],
  ])('reads %s as %s', (one, other) => expect(canonical(one)).toBe(canonical(other)));

  it.each([
    ['sort=place', ''],
    ['pillar=prevnet', ''],
    ['pillar=prevnet', 'pillar=pursu'],
    ['view=1&view=2', 'view=2&view=1'],
    ['from=2020-02-01&to=2020-01-01', 'from=2020-01-01&to=2020-02-01'],
  ])('tells %s from %s, because the page shows it', (one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });
});
