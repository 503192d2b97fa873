import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulkYears, calendarYears } from '@/lib/bulk-years';
import { dayNumber } from '@/lib/days';

const counts = fc
  .array(fc.nat(12), { minLength: 1, maxLength: 30 })
  .map((list) => list.map((count, i) => ({ year: 1995 + i, count })));
const sum = (list: readonly { count: number }[]): number =>
  list.reduce((total, { count }) => total + count, 0);

describe('bulkYears', () => {
  it('is the shortest run of years that holds four in five events, and the latest of such', () => {
    fc.assert(
      fc.property(counts, (years) => {
        const bulk = bulkYears(years);
        if (sum(years) === 0) {
          // No value goes back: fast-check would take it for the verdict.
          expect(bulk).toBeNull();
          return;
        }
        // Every run there is, by length and then from the latest.
        const runs = years
          .flatMap((first, i) =>
            years
              .slice(i)
              .map((last, n) => ({ from: first.year, to: last.year, held: sum(years.slice(i, i + n + 1)) })),
          )
          .filter(({ held }) => held >= Math.ceil(sum(years) * 0.8))
          .sort((a, b) => a.to - a.from - (b.to - b.from) || b.to - a.to);
        expect(bulk).toEqual({ from: runs[0]!.from, to: runs[0]!.to });
      }),
    );
  });

  it('does not let a few old events squeeze the year that the record is about', () => {
    expect(
      bulkYears([
        { year: 1995, count: 1 },
        ...[2018, 2019].map((year) => ({ year, count: 2 })),
        { year: 2020, count: 120 },
      ]),
    ).toEqual({ from: 2020, to: 2020 });
  });
});

describe('calendarYears', () => {
  it('begin on the first of January, from the year of one day to that of another', () => {
    expect(calendarYears(dayNumber('2019-12-31'), dayNumber('2021-01-01'))).toEqual([
      { year: 2019, start: dayNumber('2019-01-01') },
      { year: 2020, start: dayNumber('2020-01-01') },
      { year: 2021, start: dayNumber('2021-01-01') },
    ]);
  });
});
