import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableWith, comparePresets } from '@/lib/compare/compare-presets';
import { compareHref, parseCompare, strictCompare, swapped } from '@/lib/compare/compare-question';
import { compareSheets } from '@/lib/compare/compare-sheets';
import { compareSentence, mixSentence, overlapSentence } from '@/lib/compare/compare-words';
import { compareInIndex } from '@/lib/compare/comparison';
import type { EventInput } from '@/lib/event';
import { withChanges } from '@/lib/event-index';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import { IdSet } from '@/lib/id-set';
import { pairToQuery } from '@/lib/prefixed-filters';
import { shareDifference } from '@/lib/stats/share-difference';
import { anyEvent, anyFilters } from '../setup/arbitraries';
import { indexOf, rowOf } from '../setup/index-rows';
import { passes } from '../setup/naive';

const none = { a: null, b: null };
const idsOf = (events: readonly EventInput[], test: (event: EventInput) => boolean): IdSet =>
  IdSet.of(events.flatMap((event, id) => (test(event) ? [id] : [])));
const byDatabase = (filters: Filters): boolean =>
  filters.actor.length + filters.origin.length + filters.article.length > 0;

describe('the difference of two shares', () => {
  // Newcombe, Statistics in Medicine 1998, 17:873, table II, method 10: his eight examples.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('has the published interval: %i of %i and %i of %i', (x, m, y, n, low, high) => {
    const found = shareDifference({ part: x, of: m }, { part: y, of: n });
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('turns round with its sides, holds the difference and stays within -1 and 1', () => {
    const part = fc
      .integer({ min: 1, max: 5000 })
      .chain((of) => fc.record({ part: fc.nat(of), of: fc.constant(of) }));
    fc.assert(
      fc.property(part, part, (one, other) => {
        const [there, back] = [shareDifference(one, other), shareDifference(other, one)];
        expect(there.low).toBeCloseTo(-back.high, 12);
        expect(there.low).toBeLessThanOrEqual(there.difference);
        expect(there.high).toBeGreaterThanOrEqual(there.difference);
        expect(Math.abs(there.low)).toBeLessThanOrEqual(1 + 1e-12);
        expect(Math.abs(there.high)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
    expect(() => shareDifference({ part: 1, of: 0 }, { part: 0, of: 1 })).toThrow(RangeError);
  });
});

describe('a comparison', () => {
  it('counts totals, overlap, mix and bins as one would event by event, with edits beside the base', () => {
    const shared = fc.array(anyEvent, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(shared, anyFilters, anyFilters, fc.nat(5), (made, one, other, kept) => {
        const events = made.map((event) => ({ ...event, status: 'published' as const }));
        const [a, b] = [one, other].map((filters) => withFilters(filters, { q: null, asOf: null })) as [
          Filters,
          Filters,
        ];
        const held = Math.max(0, events.length - kept);
        const late = events.slice(held).map((event, i) => rowOf(event, held + i));
        const index = withChanges(indexOf(events.slice(0, held)), new Set(), late);
        const ids = {
          a: byDatabase(a) ? idsOf(events, (event) => passes(event, a)) : null,
          b: byDatabase(b) ? idsOf(events, (event) => passes(event, b)) : null,
        };
        const found = compareInIndex(index, { a, b }, ids);
        const [inA, inB] = [
          events.filter((event) => passes(event, a)),
          events.filter((event) => passes(event, b)),
        ];
        expect(found.a.total).toBe(inA.length);
        expect(found.b.total).toBe(inB.length);
        expect(found.both).toBe(inA.filter((event) => inB.includes(event)).length);
        for (const row of found.mix) {
          const has = (event: EventInput): boolean =>
            row.by === 'type' ? event.type === row.code : event.pillars.some((pillar) => pillar === row.code);
          expect(row.a).toBe(inA.filter(has).length);
          expect(row.b).toBe(inB.filter(has).length);
        }
        const sum = (side: 'a' | 'b'): number => found.bins.reduce((all, bin) => all + bin[side], 0);
        expect(sum('a')).toBeLessThanOrEqual(inA.length);
        expect(sum('a')).toBeGreaterThanOrEqual(found.a.events);
        expect(sum('b')).toBeGreaterThanOrEqual(found.b.events);
        const back = compareInIndex(index, swapped({ a, b }), { a: ids.b, b: ids.a });
        expect([back.a, back.b, back.both]).toEqual([found.b, found.a, found.both]);
      }),
      { numRuns: 60 },
    );
  });

  it('is one address, there and back, whatever the sides', () => {
    fc.assert(
      fc.property(anyFilters, anyFilters, (a, other) => {
        const b = { ...other, asOf: a.asOf };
        expect(parseCompare(new URLSearchParams(pairToQuery({ a, b })))).toEqual({
          question: { a, b },
          problems: [],
        });
      }),
    );
    const { problems } = strictCompare(new URLSearchParams('a.type=attack&c=1&a.region=Atlantis'));
    expect(problems.map(({ parameter }) => parameter)).toEqual(['c', 'a.region', 'b.type']);
  });

  const event = (change: Partial<EventInput>): EventInput => ({
    ...fc.sample(anyEvent, { numRuns: 1, seed: 7 })[0]!,
    status: 'published',
    precision: 'day',
    type: 'attack',
    pillars: ['pursue'],
    region: 'GB',
    sourceSet: 'corpus',
    startsOn: '2020-03-01',
    endsOn: '2020-03-01',
    ...change,
  });
  const asked = parseCompare(new URLSearchParams('a.region=GB&b.region=FR')).question;
  const many = (n: number, change: Partial<EventInput>): EventInput[] =>
    Array.from({ length: n }, () => event(change));
  const answer = (events: EventInput[], question = asked): string =>
    compareSentence(compareInIndex(indexOf(events), question, none), question);

  it('is told in a sentence, with how sure it is, and never why', () => {
    const year = [
      event({ region: 'DE', startsOn: '2020-01-01', endsOn: '2020-01-01' }),
      event({ region: 'DE', startsOn: '2020-12-31', endsOn: '2020-12-31' }),
    ];
    const few = answer([...year, ...many(2, { region: 'GB' }), ...many(1, { region: 'FR' })]);
    expect(few).toMatch(
      /^Events in the United Kingdom were 2.0 times as frequent as events in France \(0.17 a month against 0.08;/,
    );
    expect(few).toContain('2 events against 1): too few to tell.');
    expect(answer([...year, ...many(40, {}), ...many(10, { region: 'FR' })])).toContain(
      'chance alone would seldom',
    );
    expect(answer([...year, ...many(12, {}), ...many(10, { region: 'FR' })])).toContain(
      'no clear difference',
    );
    expect(answer([...year, ...many(8, {})])).toMatch(/: 8; events in France: none \(.* and above, p /);
    expect(answer(year)).toBe(
      'Not enough data: the record holds neither events in the United Kingdom nor events in France.',
    );
    expect(answer([])).toContain('Not enough data');
  });

  it('says what stands in both, and what differs', () => {
    const within = parseCompare(new URLSearchParams('a.region=GB&b.region=150')).question;
    const events = [...many(20, { type: 'attack' }), ...many(20, { type: 'policy', region: 'FR' })];
    const found = compareInIndex(indexOf(events), within, none);
    expect(overlapSentence(found)).toMatch(/^All 20 events of A are in B too, and count on each side/);
    expect(mixSentence(found, within)).toContain('100% of A, 50% of B (+50 points');
    // What a side was chosen by is no finding.
    const chosen = { ...within, a: withFilters(within.a, { type: ['attack'] }) };
    expect(mixSentence(found, chosen)).not.toContain('“Attack”');
    const apart = compareInIndex(indexOf(events), asked, none);
    const alone = { over: [], notes: [], below: null };
    expect(overlapSentence(apart)).toBeNull();
    for (const sheet of Object.values(compareSheets))
      for (const row of sheet(apart, alone).rows) expect(row).toHaveLength(sheet(apart, alone).header.length);
    const same = { a: within.a, b: within.a };
    const alike = compareInIndex(indexOf(events), same, none);
    expect(compareSentence(alike, same)).toBe('A and B are the same 20 events: there is nothing to compare.');
    expect(overlapSentence(alike)).toBeNull();
    const early = parseCompare(new URLSearchParams('a.from=1900-01-01&a.to=1950-12-31&b.region=FR')).question;
    expect(compareSentence(compareInIndex(indexOf(events), early, none), early)).toBe(
      'Not enough data for rates: the record holds no event in A and 20 events in B, and is not taken to be whole on any day of A.',
    );
  });

  it('counts in both of two periods only what lasts from the one into the other', () => {
    const periods = parseCompare(
      new URLSearchParams('a.from=2020-01-01&a.to=2020-01-31&b.from=2020-03-01&b.to=2020-03-31'),
    ).question;
    const lasting = event({ startsOn: '2020-01-20', endsOn: '2020-03-05' });
    const between = event({ startsOn: '2020-02-10', endsOn: '2020-03-05' });
    expect(compareInIndex(indexOf([lasting, between]), periods, none).both).toBe(1);
  });

  it('offers other things to compare with, each one that can be asked', () => {
    const a = withFilters(noFilters, {
      pillar: ['prevent'],
      region: ['GB'],
      from: '2020-03-01',
      to: '2020-03-31',
    });
    const offered = comparableWith({ a, b: noFilters });
    expect(offered.map(({ label }) => label)).toContain('the same from 30 January 2020 to 29 February 2020');
    for (const { question } of [...offered, ...comparePresets])
      expect(strictCompare(new URL(compareHref(question), 'http://x').searchParams).problems).toEqual([]);
  });
});
