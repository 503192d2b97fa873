import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightOf, segmentsOf, shownPillars } from '@/lib/chart-columns';
import { periodSheet } from '@/lib/chart-csv';
import { columnHref, periodBins, periodData, type PeriodData } from '@/lib/chart-period';
import { sumNote } from '@/lib/chart-words';
import { dayFromNumber, dayNumber, shiftDay } from '@/lib/days';
import type { EventInput } from '@/lib/event';
import { countFacets } from '@/lib/count-facets';
import { noFilters, withFilters } from '@/lib/filters';
import { layOver } from '@/lib/over-layer';
import { pillars } from '@/lib/vocabulary';
import { anyEvent } from '../setup/arbitraries';
import { indexOf } from '../setup/index-rows';

interface Range {
  from: string;
  to: string;
}

function dataOf(events: readonly EventInput[], range: Range): PeriodData {
  const { period, bins } = periodBins(range);
  const counts = countFacets(indexOf(events), withFilters(noFilters, range), {
    binStarts: bins.map((bin) => dayNumber(bin.from)),
  });
  return periodData(period, bins, counts);
}

const events = fc.array(anyEvent, { maxLength: 50 });
const ranges = fc
  .tuple(fc.integer({ min: dayNumber('2019-05-01'), max: dayNumber('2021-06-01') }), fc.nat(900))
  .map(([from, length]): Range => ({ from: dayFromNumber(from), to: dayFromNumber(from + length) }));
const shown = fc.subarray([0, 1, 2, 3], { minLength: 1 });

describe('periodData', () => {
  it('counts every event of the range once, in the period of its first day there, as one would by hand', () => {
    fc.assert(
      fc.property(events, ranges, (list, range) => {
        const data = dataOf(list, range);
        const within = list.filter((event) => event.startsOn <= range.to && event.endsOn >= range.from);
        expect(data.total).toBe(within.length);
        for (const column of data.columns) {
          const own = within.filter(({ startsOn }) => {
            const first = startsOn < range.from ? range.from : startsOn;
            return first >= column.from && first <= column.to;
          });
          expect(column.total).toBe(own.length);
          expect(column.reported).toBe(own.filter((event) => event.precision === 'reported').length);
          pillars.forEach((pillar, p) => {
            const bearing = own.filter((event) => event.pillars.includes(pillar));
            expect(column.pillars[p]!.dated + column.pillars[p]!.reported).toBe(bearing.length);
            expect(column.pillars[p]!.reported).toBe(
              bearing.filter((event) => event.precision === 'reported').length,
            );
          });
        }
      }),
    );
  });

  it('has columns that fill the range exactly, so that a column’s link asks for no day outside it', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const { columns } = dataOf([], range);
        expect([columns[0]!.from, columns.at(-1)!.to]).toEqual([range.from, range.to]);
        columns.slice(1).forEach((column, i) => expect(column.from).toBe(shiftDay(columns[i]!.to, 1)));
      }),
    );
  });

  it('says where the dates chosen cut a period', () => {
    const titles = dataOf([], { from: '2020-01-15', to: '2020-12-30' }).columns.map(({ title }) => title);
    expect(titles[0]).toBe('January 2020 (from 15 January 2020)');
    expect(titles[1]).toBe('February 2020');
    expect(titles.at(-1)).toBe('December 2020 (to 30 December 2020)');
    expect(dataOf([], { from: '2020-03-23', to: '2020-05-12' }).columns.map(({ title }) => title)).toContain(
      'Week of 30 March 2020',
    );
  });

  it('leads from a column to its dates, with the other filters kept', () => {
    const [column] = dataOf([], { from: '2020-01-15', to: '2020-12-31' }).columns;
    expect(
      columnHref('/', withFilters(noFilters, { pillar: ['prevent'], from: '2020-01-15' }), column!),
    ).toBe('/?from=2020-01-15&to=2020-01-31&pillar=prevent');
  });
});

describe('the stack of a column', () => {
  it('is as high as its pillars together, without gaps, what is dated below what is only reported', () => {
    fc.assert(
      fc.property(events, ranges, shown, (list, range, some) => {
        for (const column of dataOf(list, range).columns) {
          const segments = segmentsOf(column, some);
          let ground = 0;
          for (const { low, high, pillar, kind } of segments) {
            expect(low).toBe(ground);
            expect(high - low).toBe(column.pillars[pillar]![kind]);
            ground = high;
          }
          expect(ground).toBe(heightOf(column, some));
          const kinds = segments.map(({ kind }) => kind);
          expect(kinds).toEqual([...kinds].sort());
        }
      }),
    );
  });

  it('holds the pillars chosen, and all where none is', () => {
    expect(shownPillars({ pillar: [] })).toEqual([0, 1, 2, 3]);
    expect(shownPillars({ pillar: ['pursue', 'prepare'] })).toEqual([1, 3]);
  });

  it('is explained where it is higher than the events are many, with the true numbers', () => {
    fc.assert(
      fc.property(events, ranges, (list, range) => {
        const data = dataOf(list, range);
        const within = list.filter((event) => event.startsOn <= range.to && event.endsOn >= range.from);
        const marks = within.reduce((sum, event) => sum + event.pillars.length, 0);
        const note = sumNote(data, [0, 1, 2, 3]);
        if (marks === within.length) expect(note).toBe('');
        else expect(note).toContain(`add up to ${marks} for ${within.length} event`);
      }),
    );
  });
});

describe('what lies over columns', () => {
  const spells = fc.array(
    ranges.map(({ from, to }) => ({ startsOn: from, endsOn: to })),
    { maxLength: 6 },
  );

  it('lies within the chart, in order, none touching another', () => {
    fc.assert(
      fc.property(spells, ranges, (list, range) => {
        const laid = layOver(list, dataOf([], range));
        const [points, stretches] = [laid.filter(({ point }) => point), laid.filter(({ point }) => !point)];
        const edges = stretches.flatMap(({ from, to }) => [from, to]);
        expect(laid.flatMap(({ from, to }) => [from, to]).every((edge) => edge >= 0 && edge <= 1)).toBe(true);
        expect(edges).toEqual([...edges].sort((a, b) => a - b));
        expect(new Set(edges).size).toBe(edges.length);
        expect(new Set(points.map(({ from }) => from)).size).toBe(points.length);
        // Each that touches the chart is told of once; what lasts a day is a point.
        const within = list.filter(({ startsOn, endsOn }) => startsOn <= range.to && endsOn >= range.from);
        const told = (of: typeof laid) => of.flatMap(({ marks }) => marks);
        const byDay = (one: (typeof list)[number]) => one.startsOn === one.endsOn;
        expect(new Set(told(points))).toEqual(new Set(within.filter(byDay)));
        expect(new Set(told(stretches))).toEqual(new Set(within.filter((one) => !byDay(one))));
        expect(told(laid)).toHaveLength(within.length);
      }),
    );
  });

  it('begins and ends within a column where the spell does', () => {
    const year = dataOf([], { from: '2020-01-01', to: '2020-12-31' });
    const [spell] = layOver([{ startsOn: '2020-03-16', endsOn: '2020-04-30' }], year);
    expect(spell!.from).toBeCloseTo((2 + 15 / 31) / 12);
    expect(spell!.to).toBeCloseTo(4 / 12);
    expect(layOver([{ startsOn: '2019-01-01', endsOn: '2022-01-01' }], year)).toMatchObject([
      { from: 0, to: 1, point: false },
    ]);
  });
});

describe('periodSheet', () => {
  it('has as many events as the chart', () => {
    fc.assert(
      fc.property(events, ranges, (list, range) => {
        const data = dataOf(list, range);
        const { header, rows } = periodSheet(data);
        for (const row of rows) expect(row.length).toBe(header.length);
        expect(rows.reduce((sum, row) => sum + Number(row[header.indexOf('events')]), 0)).toBe(data.total);
        const inPillar = list.filter(
          (event) =>
            event.pillars.includes('protect') && event.startsOn <= range.to && event.endsOn >= range.from,
        );
        expect(rows.reduce((sum, row) => sum + Number(row[header.indexOf('protect')]), 0)).toBe(
          inPillar.length,
        );
      }),
    );
  });
});
