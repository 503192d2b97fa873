import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber, dayNumber } from '@/lib/days';
import { binsBetween, binTitle, periodFor, periods } from '@/lib/periods';

const range = fc
  .tuple(fc.integer({ min: -20_000, max: 40_000 }), fc.nat(9000))
  .map(([start, length]) => ({ from: dayFromNumber(start), to: dayFromNumber(start + length) }));

describe('binsBetween', () => {
  it('covers every day of the range once, empty ones kept', () => {
    fc.assert(
      fc.property(range, fc.constantFrom(...periods), ({ from, to }, period) => {
        const bins = binsBetween(from, to, period);
        expect(bins[0]!.from <= from && bins[0]!.to >= from).toBe(true);
        expect(bins.at(-1)!.from <= to && bins.at(-1)!.to >= to).toBe(true);
        for (let i = 1; i < bins.length; i++)
          expect(dayNumber(bins[i]!.from)).toBe(dayNumber(bins[i - 1]!.to) + 1);
      }),
    );
  });

  it('begins weeks on Monday, and months, quarters and years on their first day', () => {
    const first = (period: (typeof periods)[number]) => binsBetween('2020-05-14', '2020-05-14', period)[0];
    expect(first('day')).toEqual({ from: '2020-05-14', to: '2020-05-14', label: '14 May 2020' });
    expect(first('week')).toEqual({ from: '2020-05-11', to: '2020-05-17', label: '11 May 2020' });
    expect(first('month')).toEqual({ from: '2020-05-01', to: '2020-05-31', label: 'May 2020' });
    expect(first('quarter')).toEqual({ from: '2020-04-01', to: '2020-06-30', label: 'Q2 2020' });
    expect(first('year')).toEqual({ from: '2020-01-01', to: '2020-12-31', label: '2020' });
  });
});

describe('periodFor', () => {
  it('keeps any range up to fifty years readable, and never wastes detail that fits', () => {
    fc.assert(
      fc.property(range, ({ from, to }) => {
        const period = periodFor(from, to);
        expect(binsBetween(from, to, period).length).toBeLessThanOrEqual(50);
        const finer = periods[periods.indexOf(period) - 1];
        if (finer) expect(binsBetween(from, to, finer).length).toBeGreaterThan(25);
      }),
    );
  });
});

describe('binTitle', () => {
  it.each([
    ['day', '14 May 2020'],
    ['week', 'Week of 11 May 2020'],
    ['month', 'May 2020'],
    ['quarter', 'Q2 2020'],
    ['year', '2020'],
  ] as const)('says a %s in full words', (period, words) => {
    expect(binTitle(binsBetween('2020-05-14', '2020-05-14', period)[0]!, period)).toBe(words);
  });
});
