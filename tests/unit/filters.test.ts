import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueLabel } from '@/lib/filter-words';
import {
  filterKeys,
  filtersToQuery,
  hrefWith,
  isFiltered,
  noFilters,
  parseFilters,
  withFilters,
  withoutValue,
  type Filters,
  type Params,
} from '@/lib/filters';
import { anyFilters } from '../setup/arbitraries';

const again = (filters: Filters): ReturnType<typeof parseFilters> =>
  parseFilters(new URLSearchParams(filtersToQuery(filters)));

/** What people, programs and attackers put into URLs. */
const anyKey = fc.oneof(
  fc.constantFrom(...filterKeys),
  fc.constantFrom('__proto__', 'constructor', 'toString', ''),
  fc.string({ unit: 'binary' }),
);
const anyValue = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'prevent',
    'PREVENT',
    'GB',
    'uk',
    '2020-02-31',
    'March 2020',
    '9999-12-31',
    '0000',
    '\0',
    '%',
    '%00',
    '\uD800',
    '\uDFFF.',
    'a'.repeat(10_000),
  ),
);

describe('filters in the URL', () => {
  it('come back the same from their own query', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(again(filters)).toEqual({ filters, problems: [] });
      }),
    );
  });

  it('never throw on any query string, and say the same again after one reading', () => {
    const query = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.tuple(anyKey, anyValue)).map((pairs) => new URLSearchParams(pairs).toString()),
    );
    fc.assert(
      fc.property(query, (text) => {
        const { filters } = parseFilters(new URLSearchParams(text));
        expect(again(filters)).toEqual({ filters, problems: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it('never throw on what Next makes of a query, either', () => {
    const params = fc
      .array(fc.tuple(anyKey, fc.oneof(anyValue, fc.array(anyValue), fc.constant(undefined))))
      .map((entries) => {
        const object = JSON.parse('{"__proto__":["prevent"]}') as Record<
          string,
          string | string[] | undefined
        >;
        for (const [key, value] of entries)
          Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
        return object;
      });
    fc.assert(
      fc.property(params, (given) => {
        const { filters } = parseFilters(given);
        expect(again(filters)).toEqual({ filters, problems: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it('hold nothing that was inherited', () => {
    expect(parseFilters(Object.create({ pillar: 'prevent', q: 'x' }) as Params).filters).toEqual(noFilters);
  });

  it('keep one order, so that one question has one URL', () => {
    const one = parseFilters(
      new URLSearchParams('type=attack&pillar=pursue&pillar=prevent&pillar=pursue&q=+masks+'),
    );
    const other = parseFilters(new URLSearchParams('q=masks&pillar=prevent&pillar=pursue&type=attack'));
    expect(filtersToQuery(one.filters)).toBe('q=masks&pillar=prevent&pillar=pursue&type=attack');
    expect(other.filters).toEqual(one.filters);
  });
});

describe('a value that cannot be used', () => {
  it.each([
    ['from', 'rubbish', '“rubbish” is not a date we can read. Try 23 March 2020, or March 2020'],
    ['to', '2020-02-31', '“2020-02-31” is not a date we can read. Try 23 March 2020, or March 2020'],
    ['pillar', 'prevnet', '“prevnet” is not a pillar'],
    ['type', 'party', '“party” is not a type of event'],
    ['region', 'Atlantis', 'We don’t know a place called “Atlantis”'],
    ['origin', 'Atlantis', 'We don’t know a place called “Atlantis”'],
    ['confidence', 'sure', '“sure” is not a level of confidence'],
    ['dated', 'roughly', '“roughly” is not a way of dating'],
    ['q', 'x'.repeat(201), 'Words must be 200 characters or fewer'],
    ['actor', 'x'.repeat(201), 'Actor must be 200 characters or fewer'],
    ['article', 'x'.repeat(201), 'Article must be 200 characters or fewer'],
  ] as const)('is left out and named: %s=%s', (key, value, message) => {
    expect(
      parseFilters({ [key]: value, type: 'attack', ...(key === 'type' && { type: ['attack', value] }) }),
    ).toEqual({
      filters: { ...noFilters, type: ['attack'] },
      problems: [{ key, value, message }],
    });
  });

  it('leaves the good ones beside it', () => {
    expect(parseFilters({ pillar: ['prevent', 'prevnet'] })).toMatchObject({
      filters: { pillar: ['prevent'] },
      problems: [{ value: 'prevnet' }],
    });
  });

  it('is every one above fifty', () => {
    const { filters, problems } = parseFilters({ actor: Array.from({ length: 60 }, (_, i) => `Actor ${i}`) });
    expect([filters.actor.length, problems.length]).toEqual([50, 1]);
  });

  it('is a range that ends before it starts, which is turned', () => {
    const { filters, problems } = parseFilters({ from: '2020-05-01', to: '2020-04-01' });
    expect([filters.from, filters.to]).toEqual(['2020-04-01', '2020-05-01']);
    expect(problems.map(({ key }) => key)).toEqual(['to']);
  });
});

describe('filters', () => {
  it('understand places and dates as people write them', () => {
    const { filters } = parseFilters({
      region: ['uk', 'Burma'],
      from: 'March 2020',
      to: 'March 2020',
      pillar: 'Prevent',
    });
    expect(filters).toEqual({
      ...noFilters,
      region: ['GB', 'MM'],
      from: '2020-03-01',
      to: '2020-03-31',
      pillar: ['prevent'],
    });
  });

  it('lose one value alone, until none is left', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const values = (of: Filters) =>
          filterKeys.flatMap((key) => [of[key] ?? []].flat().map((value) => [key, value] as const));
        let left = filters;
        for (const [key, value] of values(filters)) {
          expect(isFiltered(left)).toBe(true);
          const next = withoutValue(left, key, value);
          expect(values(next)).toEqual(values(left).filter(([k, v]) => k !== key || v !== value));
          left = next;
        }
        expect(left).toEqual(noFilters);
        expect(isFiltered(left)).toBe(false);
      }),
    );
  });

  it('make links, with and without more', () => {
    expect(hrefWith('/events', noFilters)).toBe('/events');
    expect(hrefWith('/events', withFilters(noFilters, { q: 'a&b=c' }), { sort: 'place', page: null })).toBe(
      '/events?q=a%26b%3Dc&sort=place',
    );
  });

  it('say their values in people’s words', () => {
    const said = (['pillar', 'type', 'confidence', 'dated', 'region', 'origin'] as const).map((key, i) =>
      valueLabel(key, ['prevent', 'aid_shipment', 'claimed', 'reported', 'GB-SCT', 'CN'][i]!),
    );
    expect(said).toEqual(['Prevent', 'Aid shipment', 'Claimed', 'By report only', 'Scotland', 'China']);
  });
});
