import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filtersToQuery, parseFilters } from '@/lib/filters';
import { strictFilters } from '@/lib/strict-filters';
import { anyFilters } from '../setup/arbitraries';

const ask = (query: string, others: string[] = []) => strictFilters(new URLSearchParams(query), others);

describe('strictFilters', () => {
  it('takes every query that filters make, and means the same by it', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const { filters: read, problems } = ask(filtersToQuery(filters));
        expect(problems).toEqual([]);
        expect(read).toEqual(parseFilters(new URLSearchParams(filtersToQuery(filters))).filters);
      }),
    );
  });

  it('never throws, and finds a problem wherever a page would leave something out', () => {
    const pair = fc.tuple(
      fc.oneof(fc.constantFrom('pillar', 'from', 'to', 'region', 'q', 'view', '__proto__'), fc.string()),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 6 }), (pairs) => {
        const query = new URLSearchParams(pairs);
        const { problems } = strictFilters(query);
        if (parseFilters(query).problems.length > 0) expect(problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    ['pilar=prevent', 'pilar', 'prevent'],
    ['pillar=prevnt', 'pillar', 'prevnt'],
    ['from=yesterday', 'from', 'yesterday'],
    ['q=a&q=b', 'q', 'a, b'],
    ['from=2020-05-01&to=2020-04-01', 'to', '2020-04-01'],
    ['view=2020-01-01..2020-02-01', 'view', '2020-01-01..2020-02-01'],
    ['__proto__=1', '__proto__', '1'],
  ])('names the parameter and the value of %s', (query, parameter, value) => {
    expect(ask(query).problems).toEqual([
      expect.objectContaining({ parameter, value, detail: expect.stringMatching(/\w/) as string }),
    ]);
  });

  it('does not say that it mended what it refuses', () => {
    expect(ask('from=2020-05-01&to=2020-04-01').problems[0]!.detail).toBe(
      'The last date is before the first',
    );
  });

  it('takes the other parameters of an answer, once each', () => {
    expect(ask('view=a', ['view']).problems).toEqual([]);
    expect(ask('view=a&view=b', ['view']).problems).toHaveLength(1);
    expect(ask('pillar=prevent&pillar=pursue').problems).toEqual([]);
  });
});
