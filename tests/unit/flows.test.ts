import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceSets } from '@/db/seed/source-sets';
import type { EventInput } from '@/lib/event';
import { withFilters, noFilters } from '@/lib/filters';
import { readFlowQuestion } from '@/lib/flows/flow-question';
import { flowSheet } from '@/lib/flows/flow-sheet';
import { amountKey, directionOf, sumFlows, type Crossings } from '@/lib/flows/flow-sums';
import { flowMonths, shownFlows, sumPairs, weightOf } from '@/lib/flows/flow-view';
import { flowSentence } from '@/lib/flows/flow-words';
import { layoutSankey } from '@/lib/flows/sankey-layout';
import { columnsOfRows } from '@/lib/index-columns';
import { countryOf, isWithin, placeNumber } from '@/lib/places';
import { anyEvent, anyFilters, somePlaces } from '../setup/arbitraries';
import { rowOf } from '../setup/index-rows';
import { passes } from '../setup/naive';

const place = fc.constantFrom(...somePlaces);
const tonnes = fc.record({
  measure: fc.constant('quantity' as const),
  unit: fc.constantFrom('tonnes', 'masks'),
  value: fc.nat(1000),
});
const anyCrossing = fc
  .tuple(anyEvent, place, place, fc.array(tonnes, { maxLength: 2 }))
  .map(([event, origin, region, measures]): EventInput => ({
    ...event,
    origin,
    region,
    measures,
    status: 'published',
  }));

const crossingsOf = (list: readonly EventInput[]): Crossings => ({
  columns: columnsOfRows(list.map(rowOf)),
  origin: Uint16Array.from(list, ({ origin }) => placeNumber(origin!)),
  amounts: new Map(list.map(({ measures }, id) => [id, measures.filter(({ value }) => value > 0)])),
  sets: sourceSets,
});

const question = fc.record({
  of: fc.option(place),
  month: fc.constant(null),
  amount: fc.constantFrom(null, 'quantity:tonnes'),
});
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('flows', () => {
  it('have every event that passes once, by its countries, and amounts of one unit alone', () => {
    fc.assert(
      fc.property(fc.array(anyCrossing, { maxLength: 40 }), anyFilters, (list, any) => {
        // Words, actors, origins and articles come as ids from the database.
        const filters = withFilters(any, { q: null, actor: [], origin: [], article: [] });
        const { flows, amounts } = sumFlows(crossingsOf(list), filters, null, 'quantity:tonnes');
        const passing = list.filter((event) => passes(event, filters));
        expect(sum(flows.map(({ events }) => events))).toBe(passing.length);
        for (const { from, to, events, amount, given } of sumPairs(flows)) {
          const same = passing.filter(
            (one) => countryOf(one.origin!) === from && countryOf(one.region) === to,
          );
          const weighed = same.flatMap(({ measures }) =>
            measures.filter((one) => one.unit === 'tonnes' && one.value > 0),
          );
          expect([events, amount]).toEqual([same.length, sum(weighed.map(({ value }) => value))]);
          expect(given).toBe(
            same.filter(({ measures }) => measures.some((one) => one.unit === 'tonnes' && one.value > 0))
              .length,
          );
        }
        const keys = passing.flatMap(({ measures }) =>
          measures.filter(({ value }) => value > 0).map(amountKey),
        );
        expect([...amounts.keys()].sort()).toEqual([...new Set(keys)].sort());
        const alone = { over: [], notes: [], below: null };
        const { rows } = flowSheet(flows, { amount: null }, alone);
        expect(sum(rows.map((row) => Number(row[5])))).toBe(passing.length);
      }),
      { numRuns: 60 },
    );
  });

  it('are all in the diagram: what enters a side leaves it, and bands are as wide as their numbers', () => {
    fc.assert(
      fc.property(fc.array(anyCrossing, { maxLength: 40 }), question, (list, asked) => {
        const { flows } = sumFlows(crossingsOf(list), noFilters, null, asked.amount);
        const shown = shownFlows(flows, asked);
        const drawn = shown.filter((flow) => asked.of === null || directionOf(flow, asked.of) !== 'within');
        const total = sum(drawn.map((flow) => weightOf(flow, asked)));
        const { height, nodes, bands } = layoutSankey(shown, asked, Math.max(1, total));
        expect(sum(bands.map(({ value }) => value))).toBeCloseTo(total, 6);
        // Whatever the order of the rows.
        expect(layoutSankey(shown.toReversed(), asked, Math.max(1, total))).toEqual({ height, nodes, bands });
        for (const side of ['left', 'right'] as const) {
          const direction = side === 'left' && asked.of !== null ? 'in' : 'out';
          const there = drawn.filter(
            (flow) => asked.of === null || directionOf(flow, asked.of) === direction,
          );
          const reached = sum(nodes.filter((node) => node.side === side).map(({ value }) => value));
          expect(reached).toBeCloseTo(sum(there.map((flow) => weightOf(flow, asked))), 6);
        }
        const scale = (bands[0]?.width ?? 0) / (bands[0]?.value ?? 1);
        for (const { width, value } of bands) expect(width).toBeCloseTo(value * scale, 6);
        // The months hold what the diagram holds, as far back as they go.
        const months = flowMonths(flows, asked, noFilters);
        expect(sum(months.flatMap((month) => [month.out, month.in]))).toBeCloseTo(
          sum(
            drawn
              .filter(({ month }) => month >= (months[0]?.month ?? ''))
              .map((flow) => weightOf(flow, asked)),
          ),
          6,
        );
        for (const { from, to } of shown)
          if (asked.of !== null) expect(isWithin(from, asked.of) || isWithin(to, asked.of)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('say in a sentence what turned', () => {
    const months = ['2020-01-01', '2020-02-01', '2020-03-01'].map((month, i) => ({
      month,
      out: 3 * i,
      in: 4 - 2 * i,
    }));
    expect(flowSentence([], months, { of: 'CN', month: null, amount: null })).toBe(
      'From China: 3 in February and 6 in March 2020. To China: 4 in January and 2 in February 2020.',
    );
  });

  it('are asked for in a URL, and what cannot be read is named', () => {
    expect(readFlowQuestion({ of: 'China', month: '2020-03', amount: 'quantity:tonnes' })).toMatchObject({
      of: 'CN',
      month: '2020-03-01',
      amount: 'quantity:tonnes',
      problems: [],
    });
    const bad = readFlowQuestion({ of: 'Atlantis', month: '2020-13', amount: 'percent_change:x' });
    expect([bad.of, bad.month, bad.amount]).toEqual([null, null, null]);
    expect(bad.problems.map(({ parameter }) => parameter)).toEqual(['of', 'month', 'amount']);
  });
});
