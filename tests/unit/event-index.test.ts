import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '@/lib/days';
import type { EventInput } from '@/lib/event';
import { countFacets } from '@/lib/count-facets';
import { countKilled, killedInBins } from '@/lib/count-killed';
import { buildIndex, columnsOf, withChanges } from '@/lib/event-index';
import { binCell, type FacetCounts } from '@/lib/facet-counts';
import { IdPositions } from '@/lib/id-positions';
import { IdSet } from '@/lib/id-set';
import { columnsOfRows, type IndexColumns } from '@/lib/index-columns';
import { noFilters, type Filters } from '@/lib/filters';
import { binsBetween } from '@/lib/periods';
import { isWithin, places } from '@/lib/places';
import { confidences, datingOf, datings, eventTypes, pillars } from '@/lib/vocabulary';
import { sourceSets as sets } from '@/db/seed/source-sets';
import { anyDay, anyEvent, anyFilters, sampleEvents } from '../setup/arbitraries';
import { indexOf, rowOf } from '../setup/index-rows';
import { passes } from '../setup/naive';

const events = fc.array(anyEvent, { maxLength: 40 });
/** The filters that the index answers by itself. */
const ownFilters = anyFilters.map((filters): Filters => ({
  ...filters,
  q: null,
  actor: [],
  origin: [],
  article: [],
}));
const count = (list: EventInput[], test: (event: EventInput) => boolean): number => list.filter(test).length;

/** The counts as one would make them by hand. */
function byHand(list: EventInput[], filters: Filters) {
  const under = (key: keyof Filters, test: (event: EventInput) => boolean) =>
    count(list, (event) => passes(event, filters, key) && test(event));
  const passing = list.filter((event) => passes(event, filters));
  const options = (more: (event: EventInput) => boolean) => ({
    pillar: pillars.map((one) => under('pillar', (event) => event.pillars.includes(one) && more(event))),
    type: eventTypes.map((one) => under('type', (event) => event.type === one && more(event))),
    region: places.map(({ code }) => under('region', (event) => isWithin(event.region, code) && more(event))),
  });
  const numbers = (days: string[]) => days.map(dayNumber);
  return {
    total: passing.length,
    all: list.length,
    ...options(() => true),
    reported: options((event) => event.precision === 'reported'),
    confidence: confidences.map((one) => under('confidence', (event) => event.confidence === one)),
    dated: datings.map((one) => under('dated', (event) => datingOf(event.precision) === one)),
    set: sets.map(({ key }) => under('set', (event) => event.sourceSet === key)),
    passing: {
      pillar: pillars.map((one) => count(passing, (event) => event.pillars.includes(one))),
      dated: datings.map((one) => count(passing, (event) => datingOf(event.precision) === one)),
    },
    span:
      passing.length === 0
        ? null
        : {
            from: Math.min(...numbers(passing.map((event) => event.startsOn))),
            to: Math.max(...numbers(passing.map((event) => event.endsOn))),
          },
  };
}

/** Typed arrays as plain ones, without the bins. */
function plain({ bins: _bins, binTotals: _totals, passing, reported, ...counts }: FacetCounts) {
  const arrays = (object: object) =>
    Object.fromEntries(
      Object.entries(object).map(([key, value]) => [
        key,
        value instanceof Uint32Array ? [...value] : (value as unknown),
      ]),
    );
  return {
    ...arrays(counts),
    set: sets.map(({ number }) => counts.set[number]),
    passing: arrays(passing),
    reported: arrays(reported),
  };
}

/** The rows of columns, by id. */
const sorted = ({ size, ...columns }: IndexColumns): number[][] =>
  Array.from({ length: size }, (_, at) => Object.values(columns).map((column) => column[at]!)).sort(
    (a, b) => a[0]! - b[0]!,
  );

describe('countFacets', () => {
  it('counts as one would by hand, for any events and any filters', () => {
    fc.assert(
      fc.property(events, ownFilters, (list, filters) => {
        expect(plain(countFacets(indexOf(list), filters))).toEqual(byHand(list, filters));
      }),
    );
  });

  it('takes what the database answered as one filter more', () => {
    fc.assert(
      fc.property(events, ownFilters, fc.array(fc.nat(40)), (list, filters, ids) => {
        const chosen = list.filter((_, id) => ids.includes(id));
        const counts = countFacets(indexOf(list), filters, { ids: IdSet.of(ids) });
        expect(plain(counts)).toEqual({ ...byHand(chosen, filters), all: list.length });
      }),
    );
  });

  it('puts every event into the bin of its first day, or of the first day shown, once for each of its pillars', () => {
    fc.assert(
      fc.property(events, ownFilters, fc.tuple(anyDay, anyDay), (list, filters, [a, b]) => {
        const bins = binsBetween(a < b ? a : b, a < b ? b : a, 'month');
        const counts = countFacets(indexOf(list), filters, {
          binStarts: bins.map((bin) => dayNumber(bin.from)),
        });
        const binOf = ({ startsOn }: EventInput): number => {
          const day = filters.from && startsOn < filters.from ? filters.from : startsOn;
          return Math.max(
            0,
            bins.findLastIndex((bin) => bin.from <= day),
          );
        };
        const totals = new Uint32Array(bins.length * datings.length);
        const cells = new Uint32Array(totals.length * pillars.length);
        for (const event of list.filter((one) => passes(one, filters))) {
          const dating = datings.indexOf(datingOf(event.precision));
          totals[binOf(event) * datings.length + dating]!++;
          for (const pillar of event.pillars)
            cells[binCell(binOf(event), pillars.indexOf(pillar), dating)]!++;
        }
        expect(counts.binTotals).toEqual(totals);
        expect(counts.bins).toEqual(cells);
      }),
    );
  });
});

describe('countKilled', () => {
  const killedIn = (list: EventInput[]): number =>
    list.reduce((sum, event) => sum + rowOf(event, 0).killed, 0);

  it('sums the people killed as one would by hand, in total, by every option and by bins, after any change', () => {
    fc.assert(
      fc.property(events, fc.array(anyEvent, { maxLength: 5 }), ownFilters, (list, more, filters) => {
        // The first events are replaced.
        const index = withChanges(indexOf(list), new Set(), more.map(rowOf));
        const now = [...more, ...list.slice(more.length)];
        const under = (key: keyof Filters, test: (event: EventInput) => boolean) =>
          killedIn(now.filter((event) => passes(event, filters, key) && test(event)));
        const counts = countKilled(index, filters);
        expect(counts.total).toBe(killedIn(now.filter((event) => passes(event, filters))));
        const starts = [0, 40, 200, 900].map((days) => dayNumber('2019-12-01') + days);
        const last = starts[3]! + 400;
        expect(killedInBins(index, filters, null, { binStarts: starts, last })).toEqual(
          starts.map((start, b) =>
            killedIn(
              now.filter((event) => {
                const day = dayNumber(event.startsOn);
                return passes(event, filters) && day >= start && day < (starts[b + 1] ?? last + 1);
              }),
            ),
          ),
        );
        expect([...counts.pillar]).toEqual(
          pillars.map((one) => under('pillar', (event) => event.pillars.includes(one))),
        );
        expect([...counts.type]).toEqual(
          eventTypes.map((one) => under('type', (event) => event.type === one)),
        );
        expect([...counts.region]).toEqual(
          places.map(({ code }) => under('region', (event) => isWithin(event.region, code))),
        );
      }),
    );
  });
});

describe('positions of ids', () => {
  it('are kept for the sets asked about last, as far as there is room', () => {
    const positions = new IdPositions(Int32Array.of(9, 4, 7, 5), 3);
    const [odd, low] = [IdSet.of([9, 7, 5]), IdSet.of([4, 1000])];
    const first = positions.of(odd);
    expect([...first]).toEqual([0, 2, 3]);
    expect(positions.of(odd)).toBe(first);
    expect([...positions.of(low)]).toEqual([1]);
    expect(positions.of(odd)).not.toBe(first);
    expect([...positions.of(IdSet.of([9, 4, 7, 5]))]).toEqual([0, 1, 2, 3]);
  });
});

describe('sets of ids', () => {
  it('meet those of another copy of the class, as bundles of pages and handlers have them', () => {
    const { bits } = IdSet.of([2, 3]);
    const both = IdSet.of([1, 2]).and({ bits } as IdSet);
    expect([1, 2, 3].filter((id) => both.has(id))).toEqual([2]);
  });
});

describe('an event that lasts for centuries', () => {
  it('is counted and kept to the day', () => {
    const [event] = sampleEvents(1, 3);
    const long = { ...event!, startsOn: '1500-01-01', endsOn: '2020-12-31' };
    const index = indexOf([long, event!]);
    const filters = { ...noFilters, from: '2020-06-01' };
    expect(plain(countFacets(index, filters))).toEqual(byHand([long, event!], filters));
    expect(sorted(columnsOf(index))[0]!.slice(1, 3)).toEqual([long.startsOn, long.endsOn].map(dayNumber));
  });
});

describe('withChanges', () => {
  const change = fc.record({
    incoming: fc.array(fc.tuple(anyEvent, fc.nat(60)), { maxLength: 8 }),
    gone: fc.array(fc.nat(60), { maxLength: 8 }),
  });
  const days = ['2019-06-01', '2020-01-01', '2020-03-17', '2021-01-01'].map(dayNumber);

  it('counts as an index built anew, after any changes one upon the other', () => {
    fc.assert(
      fc.property(events, fc.array(change, { maxLength: 5 }), ownFilters, (before, changes, filters) => {
        const now = new Map(before.map((event, id) => [id, event]));
        let index = indexOf(before);
        for (const { incoming, gone } of changes) {
          const coming = new Map(incoming.map(([event, id]) => [id, event]));
          const rows = [...coming].map(([id, event]) => rowOf(event, id));
          index = withChanges(index, new Set(gone), rows);
          for (const id of gone) now.delete(id);
          for (const [id, event] of coming) now.set(id, event);
          const anew = buildIndex(columnsOfRows([...now].map(([id, event]) => rowOf(event, id))), sets);
          const options = { binStarts: days };
          expect(countFacets(index, filters, options)).toEqual(countFacets(anew, filters, options));
          expect(plain(countFacets(index, filters))).toEqual(byHand([...now.values()], filters));
          expect(sorted(columnsOf(index))).toEqual(sorted(columnsOf(anew)));
        }
      }),
    );
  });

  it('leaves the index that a request holds as it was', () => {
    fc.assert(
      fc.property(events, fc.array(anyEvent, { maxLength: 5 }), (before, incoming) => {
        const held = indexOf(before);
        const copy = structuredClone(held);
        withChanges(held, new Set([0, 1]), incoming.map(rowOf));
        expect(held).toEqual(copy);
      }),
    );
  });

  it('builds the base anew once there are many changes, and counts the same', () => {
    const list = sampleEvents(3000, 5);
    const index = withChanges(indexOf([]), new Set(), list.map(rowOf));
    expect(index.base.size).toBe(3000);
    expect(countFacets(index, noFilters)).toEqual(countFacets(indexOf(list), noFilters));
  });
});
