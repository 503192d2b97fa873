import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohensKappa } from '@/lib/agreement';

const times = (n: number, pair: [string, string]): [string, string][] =>
  Array.from({ length: n }, () => pair);

describe('cohensKappa', () => {
  it('is 0.4 for the worked example of 50 grant proposals: 20 both yes, 15 both no, 5 and 10 split', () => {
    const pairs = [
      ...times(20, ['yes', 'yes']),
      ...times(5, ['yes', 'no']),
      ...times(10, ['no', 'yes']),
      ...times(15, ['no', 'no']),
    ];
    expect(cohensKappa(pairs)).toEqual({ units: 50, agreed: 0.7, kappa: expect.closeTo(0.4, 10) as number });
  });

  it('is 1 where they agree on all of several categories, and not defined where there is but one', () => {
    expect(
      cohensKappa([
        ['a', 'a'],
        ['b', 'b'],
      ]).kappa,
    ).toBe(1);
    expect(cohensKappa(times(3, ['a', 'a'])).kappa).toBeNull();
  });

  it('is the same whichever reader is named first, and never above 1', () => {
    const pair = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c'));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), (pairs) => {
        const { kappa } = cohensKappa(pairs);
        const turned = cohensKappa(pairs.map(([a, b]) => [b, a])).kappa;
        if (kappa === null) return turned === null;
        expect(kappa).toBeCloseTo(turned!, 10);
        expect(kappa).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('needs a unit', () => {
    expect(() => cohensKappa([])).toThrow(RangeError);
  });
});
