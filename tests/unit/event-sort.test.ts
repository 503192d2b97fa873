import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber, isDay } from '@/lib/days';
import { decodeCursor, encodeCursor, parseSort, sortKeys } from '@/lib/event-sort';

const cursor = fc.record({
  key: fc.string({ unit: 'grapheme', maxLength: 100 }).filter((key) => !key.includes('\0')),
  day: fc.nat(40_000).map(dayFromNumber),
  id: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});

describe('cursors', () => {
  it('come back the same from a URL', () => {
    fc.assert(
      fc.property(cursor, (one) => {
        const query = new URLSearchParams({ after: encodeCursor(one) });
        expect(decodeCursor(new URLSearchParams(query.toString()).get('after')!)).toEqual(one);
      }),
    );
  });

  it('that nobody made are none, so that a mangled link shows the first page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeCursor(text)).toBeNull();
      }),
    );
    expect(decodeCursor(undefined)).toBeNull();
  });

  it('hold nothing that the database would refuse, whoever made them', () => {
    const forged = fc.oneof(
      fc.tuple(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('2020-02-31', '2020-99-99', '2020-01-01', 'today'),
        fc.integer(),
      ),
      fc.tuple(
        fc.constantFrom('\0', 'lockdown'),
        fc.constant('2020-01-01'),
        fc.oneof(fc.double(), fc.maxSafeInteger()),
      ),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(forged, (value) => {
        const found = decodeCursor(Buffer.from(JSON.stringify(value) ?? '').toString('base64url'));
        const usable =
          found === null ||
          (!found.key.includes('\0') && isDay(found.day) && found.id > 0 && found.id < 2 ** 31);
        expect(usable).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parseSort', () => {
  it.each([
    [undefined, undefined, { by: 'date', descending: true }],
    ['place', undefined, { by: 'place', descending: false }],
    ['type', 'desc', { by: 'type', descending: true }],
    ['date', 'asc', { by: 'date', descending: false }],
    ['title; drop table events', 'sideways', { by: 'date', descending: true }],
    ['__proto__', undefined, { by: 'date', descending: true }],
  ])('reads %s %s', (by, direction, sort) => {
    expect(parseSort(by, direction)).toEqual(sort);
  });

  it('knows each of its columns both ways', () => {
    for (const by of sortKeys)
      for (const descending of [true, false])
        expect(parseSort(by, descending ? 'desc' : 'asc')).toEqual({ by, descending });
  });
});
