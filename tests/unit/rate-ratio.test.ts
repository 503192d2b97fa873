import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateRatio } from '@/lib/stats/rate-ratio';

/**
 * Estimate, interval and central p-value of R: `poisson.test(c(x1, x2), c(t1, t2))` and
 * `min(1, 2 * min(pbinom(x1, n, s), 1 - pbinom(x1 - 1, n, s)))` with s = t1 / (t1 + t2).
 */
const known: [name: string, counts: [number, number, number, number], answer: number[]][] = [
  // The example of R's own help, from Rothman and Greenland: breast cancer after fluoroscopy.
  ['breast cancer', [41, 28010, 15, 19017], [1.855758658, 1.005684063, 3.609300311, 0.04766024675]],
  // Fay, R Journal 2010, 2(1):53: R's own p-value is 0.042 though its interval holds 1.
  ['Fay 2010', [2, 17877, 10, 20000], [0.2237511887, 0.02383738235, 1.049954678, 0.06055644843]],
  ['three to one', [3, 12, 1, 12], [3, 0.2408802278, 157.4920883, 0.625]],
  ['none on the first side', [0, 12, 5, 12], [0, 0, 1.091279105, 0.0625]],
  ['none on the second side', [6, 12, 0, 12], [Infinity, 1.177424726, Infinity, 0.03125]],
  ['unlike exposures', [11, 800, 23, 3011], [1.800054348, 0.7922050858, 3.84386274, 0.1658598256]],
];

const side = fc.record({
  events: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0.05, max: 300, noNaN: true })),
  exposure: fc.double({ min: 1, max: 10_000, noNaN: true }),
});

describe('rateRatio', () => {
  it.each(known)('is what R gives: %s', (_, [x1, t1, x2, t2], answer) => {
    const { ratio, low, high, p } = rateRatio({ events: x1, exposure: t1 }, { events: x2, exposure: t2 });
    for (const [i, value] of [ratio!, low, high, p].entries()) {
      const expected = answer[i]!;
      if (Number.isFinite(expected))
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-6 * Math.max(expected, 1e-9));
      else expect(value).toBe(expected);
    }
  });

  it('tells nothing from nothing', () => {
    const none = { events: 0, exposure: 84 };
    expect(rateRatio(none, none)).toEqual({ ratio: null, low: 0, high: Infinity, p: 1 });
  });

  it('holds the ratio within its interval', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const { ratio, low, high } = rateRatio(a, b);
        if (ratio === null) return;
        expect(low).toBeLessThanOrEqual(ratio);
        expect(high).toBeGreaterThanOrEqual(ratio);
      }),
    );
  });

  it('has a p-value below 0.05 exactly where its interval leaves out 1', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const { low, high, p } = rateRatio(a, b);
        // On the edge itself the last digits decide.
        if (Math.abs(p - 0.05) < 1e-9) return;
        expect(p < 0.05).toBe(low > 1 || high < 1);
      }),
      { numRuns: 500 },
    );
  });

  it('turns over when its sides are swapped', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const [one, other] = [rateRatio(a, b), rateRatio(b, a)];
        expect(one.p).toBeCloseTo(other.p, 9);
        if (Number.isFinite(one.high)) expect(one.high * other.low).toBeCloseTo(1, 9);
        else expect(other.low).toBe(0);
        if (one.ratio && Number.isFinite(one.ratio)) expect(one.ratio * other.ratio!).toBeCloseTo(1, 9);
      }),
    );
  });

  it.each([
    [{ events: -1, exposure: 1 }],
    [{ events: 1, exposure: 0 }],
    [{ events: NaN, exposure: 1 }],
    [{ events: 1, exposure: Infinity }],
  ])('refuses %j', (bad) => {
    const good = { events: 1, exposure: 1 };
    expect(() => rateRatio(bad, good)).toThrow(RangeError);
    expect(() => rateRatio(good, bad)).toThrow(RangeError);
  });
});
