import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earsC2 } from '@/lib/stats/ears';
import { isExpectation, type Expected } from '@/lib/stats/expectation';
import { farrington, monthly, weekly } from '@/lib/stats/farrington';
import { fitQuasiPoisson } from '@/lib/stats/quasi-poisson';

/**
 * Weekly reports of Salmonella agona in the UK, 1990 to 1995 (Farrington and others, J R Stat Soc A 1996, 159:547): the
 * series of the documented example of farringtonFlexible in the R package surveillance. What is expected below was printed
 * by that package, version 1.20.3, in R 4.2.2.
 */
const agona = [
  1, 0, 5, 2, 1, 2, 0, 4, 0, 0, 0, 3, 1, 1, 0, 0, 2, 2, 0, 2, 6, 3, 2, 1, 2, 0, 1, 1, 3, 5, 3, 4, 3, 6, 5, 8,
  6, 3, 6, 2, 5, 2, 1, 5, 7, 1, 10, 3, 4, 0, 0, 1, 6, 0, 2, 2, 0, 0, 2, 2, 0, 6, 7, 1, 0, 0, 0, 1, 1, 4, 3, 1,
  3, 2, 6, 3, 4, 4, 8, 12, 9, 17, 16, 8, 6, 13, 4, 7, 10, 3, 11, 4, 6, 4, 7, 6, 2, 9, 2, 3, 4, 1, 2, 2, 0, 0,
  1, 2, 2, 2, 5, 0, 0, 4, 2, 1, 3, 2, 0, 1, 1, 3, 0, 1, 3, 2, 3, 6, 2, 1, 3, 3, 2, 2, 2, 1, 3, 3, 2, 3, 0, 2,
  4, 6, 7, 3, 1, 4, 1, 2, 5, 1, 3, 1, 0, 1, 3, 3, 0, 0, 1, 1, 0, 1, 4, 1, 1, 0, 0, 1, 1, 4, 1, 0, 1, 2, 1, 4,
  3, 3, 0, 3, 5, 3, 3, 4, 3, 3, 3, 4, 5, 7, 6, 5, 3, 2, 1, 3, 2, 1, 2, 1, 1, 0, 0, 1, 1, 0, 1, 4, 3, 2, 0, 1,
  0, 3, 1, 1, 4, 4, 0, 1, 4, 2, 0, 1, 1, 0, 1, 1, 2, 5, 4, 0, 2, 1, 1, 3, 6, 1, 7, 6, 2, 5, 7, 5, 4, 5, 6, 6,
  1, 2, 2, 5, 4, 1, 6, 2, 5, 3, 4, 7, 6, 10, 2, 4, 0, 3, 0, 1, 3, 0, 1, 1, 0, 1, 0, 1, 0, 1, 2, 2, 4, 7, 6, 1,
  4, 6, 4, 2, 4, 5, 5, 9, 8, 6, 3, 2, 3, 4, 3, 3, 4, 4, 2, 1, 2, 3, 2, 2, 0, 4,
].map(Number);
const FROM = 281;
const weeks = Array.from({ length: 31 }, (_, i) => FROM + i);

function made(answer: Expected) {
  if (!isExpectation(answer)) throw new Error(answer.reason);
  return answer;
}

describe('the flexible Farrington method', () => {
  it('gives what the R package gives on its documented example', () => {
    // farringtonFlexible(sts, list(range = 282:312, noPeriods = 10, b = 4, w = 3, weightsThreshold = 2.58,
    //   pastWeeksNotIncluded = 26, pThresholdTrend = 1, alpha = 0.1, thresholdMethod = "nbPlugin"))
    const upper = [
      3, 3, 4, 4, 5, 5, 5, 5, 6, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 7, 7, 7, 6, 6, 5, 5, 5, 5, 5, 6,
    ];
    const expected = [
      1.38093930177467, 1.43726985006287, 1.72389855106217, 1.9727062134038, 2.10966172894217,
      2.32165282592277, 2.4925259993756, 2.60784864357295, 3.15227306300782, 3.53670507261668,
      3.48558772909901, 3.98622790319305, 4.26042358567348, 4.2667792440543, 4.69882004304935,
      4.6405456708309, 4.85224715199258, 4.89918739677879, 4.71258984874863, 4.53644671894843,
      4.09879838496833, 4.02972900879583, 3.7688426098615, 3.13809887754349, 2.9788890035118,
      2.83845292990642, 2.7301983405713, 2.68903085523605, 2.65639549376498, 2.82699908754872,
      3.20425799894937,
    ];
    const answers = weeks.map((week) => made(farrington(agona, week, { ...weekly, years: 4 })));
    expect(answers.map((answer) => answer.quantile(0.9))).toEqual(upper);
    answers.forEach((answer, i) => expect(answer.expected).toBeCloseTo(expected[i]!, 5));
  });

  it('needs years of history, and says how much there is', () => {
    expect(farrington(agona, 100, weekly)).toEqual({
      reason: '100 of the 159 periods that the method needs before this one',
    });
  });

  it('says that silence cannot be modelled', () => {
    const quiet = Array.from({ length: 60 }, () => 0);
    const answer = farrington(quiet, 59, monthly);
    // Nothing ever happened: an expectation of nought, or none at all, but never a number out of the air.
    if (isExpectation(answer)) expect(answer.quantile(0.999)).toBe(0);
    else expect(answer.reason).toContain('too few');
  });

  it('has quantiles in order, around what it expects, whatever the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 40, maxLength: 120 }), (counts) => {
        const answer = farrington(counts, counts.length - 1, monthly);
        if (!isExpectation(answer)) return;
        const quantiles = [0.025, 0.5, 0.975, 0.999].map((p) => answer.quantile(p));
        expect(quantiles).toEqual([...quantiles].sort((a, b) => a - b));
        expect(Number.isFinite(answer.expected) && answer.expected >= 0).toBe(true);
      }),
    );
  });

  it('does not look at the period that it judges, nor at those after it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 60, maxLength: 80 }), fc.nat(1000), (counts, now) => {
        const at = counts.length - 10;
        const other = counts.map((count, i) => (i >= at ? now : count));
        const [one, two] = [farrington(counts, at, monthly), farrington(other, at, monthly)];
        expect(isExpectation(one) && one.expected).toEqual(isExpectation(two) && two.expected);
      }),
    );
  });
});

describe('EARS C2', () => {
  it('gives what the R package gives', () => {
    // earsC(sts, control = list(range = 282:312, method = "C2", baseline = 7, minSigma = 0, alpha = 0.001))
    const upper = [
      2.22322721931718, 2.22322721931718, 3.05028176443933, 3.52316411225842, 5.7464796740809,
      9.75382199577234, 11.2068382167729, 10.7948909812944, 10.558129585924, 11.1295581573526,
      10.7149945577923, 11.1295581573526,
    ];
    // ... baseline = 20, minSigma = 0.5
    const wide = [10.8144343078995, 10.7499868660873, 10.554845856284, 9.52901743954392];
    upper.forEach((value, i) =>
      expect(made(earsC2(agona, FROM + i, { baseline: 7, leastDeviation: 0 })).quantile(0.999)).toBeCloseTo(
        value,
        9,
      ),
    );
    wide.forEach((value, i) =>
      expect(
        made(earsC2(agona, FROM + i, { baseline: 20, leastDeviation: 0.5 })).quantile(0.999),
      ).toBeCloseTo(value, 9),
    );
  });

  it('needs its baseline and its lag', () => {
    expect(earsC2(agona, 8, { baseline: 7, leastDeviation: 0.5 })).toEqual({
      reason: '8 of the 9 periods that the method needs before this one',
    });
    expect(isExpectation(earsC2(agona, 9, { baseline: 7, leastDeviation: 0.5 }))).toBe(true);
  });
});

describe('a quasi-Poisson fit', () => {
  it('is the mean where there is but a constant, and the group means where there are groups', () => {
    const counts = [2, 4, 9, 1, 5, 3];
    const one = fitQuasiPoisson(
      counts,
      counts.map(() => [1]),
    )!;
    expect(one.fitted[0]).toBeCloseTo(4, 8);
    const groups = fitQuasiPoisson(
      counts,
      counts.map((_, i) => [1, i < 3 ? 0 : 1]),
    )!;
    expect(groups.fitted[0]).toBeCloseTo(5, 8);
    expect(groups.fitted[5]).toBeCloseTo(3, 8);
    expect(groups.leverage.reduce((sum, h) => sum + h, 0)).toBeCloseTo(2, 8);
  });

  it('has no answer for terms that say the same, or for more terms than counts', () => {
    expect(
      fitQuasiPoisson(
        [1, 2, 3],
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
      ),
    ).toBeNull();
    expect(
      fitQuasiPoisson(
        [1, 2],
        [
          [1, 0],
          [1, 1],
        ],
      ),
    ).toBeNull();
  });
});
