import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '@/lib/days';
import type { EventInput } from '@/lib/event';
import { binCell, countFacets, type FacetCounts } from '@/lib/count-facets';
import { buildIndex, withChanges } from '@/lib/event-index';
import type { Filters } from '@/lib/filters';
import { binsBetween } from '@/lib/periods';
import { isWithin, places } from '@/lib/places';
import { confidences, datingOf, datings, eventTypes, pillars } from '@/lib/vocabulary';
import { sourceSets as sets } from '@/db/seed/source-sets';
import { anyDay, anyEvent, anyFilters } from '../setup/arbitraries';
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
        const counts = countFacets(indexOf(list), filters, { ids: new Set(ids) });
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

describe('withChanges', () => {
  const change = fc.record({
    incoming: fc.array(fc.tuple(anyEvent, fc.nat(60)), { maxLength: 8 }),
    gone: fc.array(fc.nat(60), { maxLength: 8 }),
  });

  it('is the same as an index built anew, after any changes one upon the other', () => {
    fc.assert(
      fc.property(events, fc.array(change, { maxLength: 5 }), (before, changes) => {
        const rows = new Map(before.map((event, id) => [id, rowOf(event, id)]));
        let index = buildIndex([...rows.values()], sets);
        for (const { incoming, gone } of changes) {
          const coming = new Map(incoming.map(([event, id]) => [id, rowOf(event, id)]));
          index = withChanges(index, new Set(gone), [...coming.values()]);
          for (const id of gone) rows.delete(id);
          for (const [id, row] of coming) rows.set(id, row);
          expect(index).toEqual(buildIndex([...rows.values()], sets));
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
});
