import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PeriodColumn, PeriodData } from '@/lib/chart-period';
import {
  breakdownHeadline,
  leaders,
  overviewSentence,
  periodCaveat,
  periodHeadline,
} from '@/lib/chart-sentences';
import { listed } from '@/lib/listed';
import { binsBetween, binTitle } from '@/lib/periods';
import { pillars, pillarTerms, type Pillar } from '@/lib/vocabulary';
import { figureName } from '@/lib/figure-name';
import { sourceWords } from '@/lib/source-words';

/** Counts of events that pass: by pillar, and dated exactly, within a span, by report only. */
const counted = (total: number, pillar: number[], reported: number) => ({
  total,
  passing: { pillar: Uint32Array.from(pillar), dated: Uint32Array.from([total - reported, 0, reported]) },
});
const say = (total: number, pillar: number[], reported: number, chosen: Pillar[] = []): string =>
  overviewSentence(counted(total, pillar, reported), { pillar: chosen });

describe('overviewSentence', () => {
  it.each([
    [
      say(206, [76, 40, 22, 132], 152),
      'Most bear on Prepare. 152 are known only by the day they were reported.',
    ],
    [
      say(206, [76, 40, 22, 80], 1),
      'More bear on Prepare (80) than on any other pillar. 1 is known only by the day it was reported.',
    ],
    [say(50, [20, 5, 5, 20], 0), 'Prevent and Prepare come up most, 20 times each.'],
    [say(4, [1, 1, 1, 1], 0), 'Prevent, Pursue, Protect and Prepare come up equally often, 1 time each.'],
    [
      say(12, [0, 12, 12, 3], 12),
      'All bear on Pursue and Protect. All are known only by the day they were reported.',
    ],
    [
      say(1, [1, 0, 0, 1], 1),
      'It bears on Prevent and Prepare. It is known only by the day it was reported.',
    ],
    [say(0, [0, 0, 0, 0], 0), 'Take a filter away, or widen the dates, to see events.'],
    [
      say(76, [76, 12, 3, 30], 2, ['prevent']),
      '30 of them also bear on Prepare. 2 are known only by the day they were reported.',
    ],
    [say(5, [5, 1, 0, 0], 0, ['prevent']), '1 of them also bears on Pursue.'],
    [say(5, [5, 0, 0, 0], 0, ['prevent']), 'They bear on no other pillar.'],
    [say(5, [5, 2, 2, 0], 3, ['prevent']), '3 are known only by the day they were reported.'],
    [
      say(1234, [1000, 0, 1, 800], 1200, ['prepare', 'protect']),
      'Most bear on Prepare. 1,200 are known only by the day they were reported.',
    ],
  ])('says "%s"', (said, expected) => expect(said).toBe(expected));

  const sets = fc.array(fc.subarray([0, 1, 2, 3], { minLength: 1 }), { minLength: 2, maxLength: 40 });

  it('calls nothing the most that has an equal, nor a majority what is none', () => {
    fc.assert(
      fc.property(sets, (list) => {
        const counts = pillars.map((_, p) => list.filter((set) => set.includes(p)).length);
        const said = say(list.length, counts, 0);
        const most = Math.max(...counts);
        const named = pillarTerms
          .filter(({ label }) => said.includes(label))
          .map((_, i, all) => pillarTerms.indexOf(all[i]!));
        // What is named is exactly what is greatest.
        expect(named).toEqual(counts.flatMap((count, p) => (count === most ? [p] : [])));
        if (said.startsWith('Most bear')) expect(most * 2 > list.length && named.length === 1).toBe(true);
        if (said.startsWith('All bear')) expect(most).toBe(list.length);
        if (said.includes('any other')) expect(named.length).toBe(1);
      }),
    );
  });
});

function months(counts: readonly [total: number, reported: number][]): PeriodData {
  const bins = binsBetween('2020-01-01', '2020-12-01', 'month').slice(0, counts.length);
  const columns = bins.map((bin, i): PeriodColumn => {
    const [total, reported] = counts[i]!;
    return {
      ...bin,
      title: binTitle(bin, 'month'),
      total,
      reported,
      pillars: pillars.map(() => ({ dated: 0, reported: 0 })),
    };
  });
  return { period: 'month', columns, total: columns.reduce((sum, column) => sum + column.total, 0) };
}

describe('periodHeadline', () => {
  it.each([
    [[], 'No event to count by date'],
    [[[0, 0]], 'No event to count by date'],
    [
      [
        [0, 0],
        [1, 0],
      ],
      'One event, in February 2020',
    ],
    [
      [
        [0, 0],
        [1, 1],
      ],
      'One event, known from February 2020',
    ],
    [
      [
        [7, 3],
        [0, 0],
      ],
      'All fall in January 2020',
    ],
    [
      [
        [3, 0],
        [40, 30],
        [5, 5],
      ],
      'Most are known from February 2020',
    ],
    [
      [
        [3, 0],
        [40, 20],
        [5, 5],
      ],
      'Most fall in February 2020',
    ],
    [
      [
        [30, 0],
        [40, 30],
        [20, 5],
      ],
      'Peak: 40 events, February 2020',
    ],
    [
      [
        [12, 0],
        [12, 12],
        [5, 5],
      ],
      'Peak: 12 events each, January 2020 and February 2020',
    ],
    [
      [
        [1, 0],
        [1, 1],
        [1, 0],
      ],
      'No month stands out',
    ],
  ] as [[number, number][], string][])('of %j says "%s"', (counts, expected) =>
    expect(periodHeadline(months(counts))).toBe(expected),
  );

  it('names weeks within the sentence', () => {
    const bins = binsBetween('2020-03-02', '2020-03-15', 'week');
    const columns = bins.map((bin, i) => ({
      ...bin,
      title: binTitle(bin, 'week'),
      total: i + 2,
      reported: 0,
      pillars: [],
    }));
    expect(periodHeadline({ period: 'week', columns, total: 5 })).toBe(
      'Most fall in the week of 9 March 2020',
    );
    expect(periodHeadline({ period: 'week', columns, total: 9 })).toBe(
      'Peak: 3 events, week of 9 March 2020',
    );
  });

  const tallies = fc.array(
    fc.tuple(fc.nat(9), fc.nat(9)).map(([dated, reported]): [number, number] => [dated + reported, reported]),
    { maxLength: 12 },
  );

  it('names a period only where none has more events', () => {
    fc.assert(
      fc.property(tallies, (counts) => {
        const data = months(counts);
        const said = periodHeadline(data);
        const most = Math.max(0, ...counts.map(([total]) => total));
        const named = data.columns.filter(({ title }) => said.includes(title));
        for (const column of named) expect(column.total).toBe(most);
        if (/^(Most|All)/.test(said)) expect(most * 2).toBeGreaterThan(data.total);
        if (named.length === 1) expect(counts.filter(([total]) => total === most)).toHaveLength(1);
      }),
    );
  });

  it('says on a day, in a month', () => {
    const columns = binsBetween('2020-03-02', '2020-03-03', 'day').map((bin, i) => ({
      ...bin,
      title: binTitle(bin, 'day'),
      total: 4 + i,
      reported: 4,
      pillars: [],
    }));
    expect(periodCaveat({ period: 'day', columns, total: 9 })).toMatch(
      /^4 of the 5 events on 3 March 2020 are/,
    );
  });

  it('warns where the fullest period is mostly report dates, with the numbers', () => {
    expect(
      periodCaveat(
        months([
          [3, 0],
          [59, 53],
        ]),
      ),
    ).toBe(
      '53 of the 59 events in February 2020 are dated only by report: they happened then or shortly before.',
    );
    expect(
      periodCaveat(
        months([
          [3, 0],
          [5, 5],
        ]),
      ),
    ).toBe('All 5 events in February 2020 are dated only by report: they happened then or shortly before.');
    for (const quiet of [
      months([]),
      months([[4, 2]]),
      months([
        [4, 4],
        [4, 4],
      ]),
      months([[1, 1]]),
    ])
      expect(periodCaveat(quiet)).toBe('');
  });
});

describe('breakdownHeadline', () => {
  const rows = (...counts: number[]) => counts.map((count, i) => ({ label: `row ${i}`, count }));
  it.each([
    [rows(9, 4, 4), 'Where: row 0 most often'],
    [rows(9, 9, 4), 'Where: row 0 and row 1 most often'],
    [rows(9, 9, 9), 'Where'],
    [rows(0, 0), 'Where'],
    [rows(9), 'Where'],
    [[], 'Where'],
  ])('of %j says "%s"', (list, expected) => expect(breakdownHeadline(list, 'Where')).toBe(expected));
});

describe('leaders', () => {
  it('are all the greatest and only they', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5)), (values) => {
        const top = leaders(values);
        const most = Math.max(0, ...values);
        expect(values.flatMap((value, i) => (value === most && most > 0 ? [i] : []))).toEqual(top);
      }),
    );
  });
});

it('lists words as people do', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

describe('a figure that stands alone', () => {
  it('names the sets that its events are of, and no set that is not chosen', () => {
    const set = [
      { value: 'corpus', label: 'Nine articles of 2020', count: 204, reference: false },
      { value: 'spells', label: 'Stay-at-home spells', count: 1, reference: true },
      { value: 'own', label: 'Added here', count: 0, reference: false },
    ];
    expect(sourceWords({ set }, { set: [] })).toBe(
      'Source: Nine articles of 2020 (204 events) and Stay-at-home spells (1 event).',
    );
    expect(sourceWords({ set }, { set: ['spells'] })).toBe('Source: Stay-at-home spells (1 event).');
  });

  it('is kept under a name that no figure of another page has', () => {
    const names = [
      '/charts/timeline.csv',
      '/compare/files/timeline.csv',
      '/series/files/a.svg',
      '/indicators/files/a.svg',
    ];
    expect(new Set(names.map(figureName)).size).toBe(names.length);
    expect(figureName('/map/files/map.csv')).toBe('pillarwatch-map.csv');
  });
});
