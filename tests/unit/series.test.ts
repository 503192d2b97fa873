import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { csvOf } from '@/lib/csv';
import { dayFromNumber, lastOfMonth, shiftMonth } from '@/lib/days';
import { AXIS_TEXT } from '@/lib/chart-axis';
import { formatDecimal } from '@/lib/numbers';
import { textWidth } from '@/lib/timeline-text';
import { readSeedSeries } from '@/db/seed/seed-series';
import { marks, type Observation } from '@/lib/series/series';
import { seriesChart, seriesSentence, valueWords } from '@/lib/series/series-chart';
import { labelRoom } from '@/lib/series/series-labels';
import { periodWords, readPeriod } from '@/lib/series/series-period';
import { seriesSheet } from '@/lib/series/series-sheet';
import { readSeriesTable } from '@/lib/series/series-table';
import { readValue } from '@/lib/series/series-value';

const number = (
  startsOn: string,
  endsOn: string,
  value: number | null,
  more: Partial<Observation> = {},
): Observation => ({
  startsOn,
  endsOn,
  value,
  low: null,
  high: null,
  marks: [],
  source: null,
  url: null,
  publishedOn: null,
  note: null,
  ...more,
});

test('a number is written as Intl would write it', () => {
  const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2, signDisplay: 'negative' });
  const value = fc.oneof(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.integer({ min: -2e9, max: 2e9 }).map((hundredths) => hundredths / 200),
  );
  fc.assert(
    fc.property(value, (n) => {
      expect(formatDecimal(n, 2)).toBe(format.format(n));
    }),
  );
});

describe('a period of statistics', () => {
  it.each([
    ['2020', '', '2020-01-01', '2020-12-31', '2020'],
    ['2019/20', '', '2019-04-01', '2020-03-31', 'Year to March 2020'],
    ['201920', 'Financial year', '2019-04-01', '2020-03-31', 'Year to March 2020'],
    ['201920', 'Academic year', '2019-09-01', '2020-08-31', 'Year to August 2020'],
    ['1999/2000', '', '1999-04-01', '2000-03-31', 'Year to March 2000'],
    ['2020 Q1', '', '2020-01-01', '2020-03-31', 'January to March 2020'],
    ['2020', 'Calendar year - Q2', '2020-04-01', '2020-06-30', 'April to June 2020'],
    ['2020', 'March', '2020-03-01', '2020-03-31', 'March 2020'],
    ['2020-02', '', '2020-02-01', '2020-02-29', 'February 2020'],
    ['Sept 2020', '', '2020-09-01', '2020-09-30', 'September 2020'],
    ['year ending 31 March 2021', '', '2020-04-01', '2021-03-31', 'Year to March 2021'],
    ['YE December 2020', '', '2020-01-01', '2020-12-31', '2020'],
    ['April to June 2020', '', '2020-04-01', '2020-06-30', 'April to June 2020'],
    ['Jan-Mar 2020', '', '2020-01-01', '2020-03-31', 'January to March 2020'],
    ['Q1 2020-21', '', '2020-04-01', '2020-06-30', 'April to June 2020'],
    ['2020/21 Q4', '', '2021-01-01', '2021-03-31', 'January to March 2021'],
    ['Quarter 1 2020', '', '2020-01-01', '2020-03-31', 'January to March 2020'],
    ['Quarter 3 2020/2021', '', '2020-10-01', '2020-12-31', 'October to December 2020'],
    ['Jan-20', '', '2020-01-01', '2020-01-31', 'January 2020'],
    ['Feb-97', '', '1997-02-01', '1997-02-28', 'February 1997'],
    ['Jan 2020', '', '2020-01-01', '2020-01-31', 'January 2020'],
    ['2020 JAN', '', '2020-01-01', '2020-01-31', 'January 2020'],
    ['2020M01', '', '2020-01-01', '2020-01-31', 'January 2020'],
    ['Calendar year 2020', '', '2020-01-01', '2020-12-31', '2020'],
    ['Financial year 2009-10', '', '2009-04-01', '2010-03-31', 'Year to March 2010'],
    ['FY 2019/20', '', '2019-04-01', '2020-03-31', 'Year to March 2020'],
    ['201920', 'Tax year', '2019-04-06', '2020-04-05', '6 April 2019 to 5 April 2020'],
    ['2020', 'Calendar year', '2020-01-01', '2020-12-31', '2020'],
    ['2020', 'Calendar year Q1-3', '2020-01-01', '2020-09-30', 'January to September 2020'],
    ['202021', 'Financial year', '2020-04-01', '2021-03-31', 'Year to March 2021'],
    ['202021', 'Financial year Q1', '2020-04-01', '2020-06-30', 'April to June 2020'],
    ['2020-21', 'Q2', '2020-07-01', '2020-09-30', 'July to September 2020'],
    ['202021', 'Part 2 (October to March)', '2020-10-01', '2021-03-31', 'October 2020 to March 2021'],
    ['2003-04', 'Month', '2003-04-01', '2003-04-30', 'April 2003'],
  ])('%s %s', (text, kind, startsOn, endsOn, words) => {
    expect(readPeriod(text, kind)).toEqual({ startsOn, endsOn });
    expect(periodWords({ startsOn, endsOn })).toBe(words);
  });

  it.each([
    ['2019/21', ''],
    ['2020', 'Week 12'],
    ['13/2020', ''],
    ['Mayday 2020', ''],
    ['', ''],
    ['June to April 2020', ''],
    // A year from April by one number: its first, or its last?
    ['2020', 'Financial year'],
    ['2020', 'Financial year Q1'],
    ['202021', 'Calendar year'],
    ['202021', 'Academic year Q1'],
    ['2020', 'Reporting year'],
    ['202021', 'Autumn term'],
    ['2020', 'Quarter'],
    ['Q5 2020', ''],
    ['2020M13', ''],
    ['0000', ''],
    ['0099/00', ''],
    ['Q1 2020-22', ''],
    // The year to March 2004, or April 2003?
    ['2003-04', ''],
  ])('is not guessed: %s %s', (text, kind) => expect(readPeriod(text, kind)).toBeNull());

  it('is read back from its own words where it is whole months', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1950, max: 2090 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 30 }),
        (year, from, more) => {
          const startsOn = `${year}-${String(from).padStart(2, '0')}-01`;
          const period = { startsOn, endsOn: lastOfMonth(shiftMonth(startsOn, more)) };
          expect(readPeriod(periodWords(period))).toEqual(period);
        },
      ),
    );
  });
});

const anyObservation = fc
  .record({
    start: fc.integer({ min: 10_000, max: 20_000 }),
    length: fc.integer({ min: 0, max: 400 }),
    value: fc.option(fc.integer({ min: -1000, max: 100_000 }).map((n) => n / 4)),
    marks: fc.subarray([...marks]),
    spread: fc.option(fc.integer({ min: 0, max: 50 })),
    source: fc.option(
      fc
        .string({ minLength: 1, maxLength: 40 })
        .map((s) => s.replaceAll(/\s+/g, ' ').trim())
        .filter((s) => s !== '' && !/^[=+\-@'＝＋－＠]/.test(s)),
    ),
  })
  .map(({ start, length, value, marks: given, spread, source }) =>
    number(dayFromNumber(start), dayFromNumber(start + length), value, {
      marks: value === null && given.length === 0 ? ['x'] : given,
      low: value === null || spread === null ? null : value - spread,
      high: value === null || spread === null ? null : value + spread,
      source,
    }),
  );

describe('a table of a series', () => {
  it('that we write is read back as the same numbers', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyObservation, {
          selector: (o) => o.startsOn + o.endsOn,
          minLength: 1,
          maxLength: 20,
        }),
        (observations) => {
          expect(readSeriesTable(csvOf(seriesSheet(observations)))).toEqual({ observations });
          // What goes with the chart stands in the file too, and is no part of the series.
          const around = { over: [], notes: [], below: null };
          expect(readSeriesTable(csvOf(seriesSheet(observations, around, 'referrals')))).toEqual({
            observations,
          });
        },
      ),
    );
  });

  it('in the tidy shape of DfE is read by its periods, with the column of the numbers named', () => {
    const text =
      'time_period,time_identifier,geographic_level,country_name,referrals\n201920,Financial year,National,England and Wales,"6,287"\n202021,Financial year,National,England and Wales,4915 [p]\n202122,Financial year,National,England and Wales,[x]\n';
    expect(readSeriesTable(text, 'referrals')).toEqual({
      observations: [
        number('2019-04-01', '2020-03-31', 6287),
        number('2020-04-01', '2021-03-31', 4915, { marks: ['p'] }),
        number('2021-04-01', '2022-03-31', null, { marks: ['x'] }),
      ],
    });
    const unnamed = readSeriesTable(text);
    expect('problems' in unnamed && unnamed.problems[0]!.reason).toContain(
      'choose the one that holds the numbers',
    );
    expect(unnamed).toMatchObject({
      columns: ['geographic_level', 'country_name', 'referrals'],
      choose: true,
    });
  });

  const told = (text: string, column?: string) => {
    const read = readSeriesTable(text, column);
    return 'problems' in read ? read.problems.map(({ row, column: c, value }) => [row, c, value]) : read;
  };

  it('is refused whole, with the row, the column by its own name, and what stands there, for each cell', () => {
    expect(told('period;value\n2019/20;6287\n2020/22;12a\nJune;5\n2019/20;3\n')).toEqual([
      [3, 'period', '2020/22'],
      [3, 'value', '12a'],
      [4, 'period', 'June'],
      [5, 'period', '2019/20'],
    ]);
    const header = 'Start,End,Cases,Lower_CI,Upper_CI,Mark,Published_On,URL';
    const row = (...cells: string[]) => cells.join(',');
    expect(
      told(
        `${header}\n${[
          row('2020-01-01', '2020-01-31', '80', '', '', 'zz', '', ''),
          row('2020-02-01', '2020-02-29', '85', '', '', 'p', '31/03/2020', ''),
          row('2020-03-01', '2020-02-31', '90', '', '', '', '', 'example.org'),
          row('2020-04-01', '2020-04-30', '95', 'few', '99', '', '', ''),
          row('2020-05-01', '2020-05-31', '95', '96', '99', '', '', ''),
        ].join('\n')}`,
        'cases',
      ),
    ).toEqual([
      [2, 'Mark', 'zz'],
      [3, 'Published_On', '31/03/2020'],
      [4, 'End', '2020-02-31'],
      [4, 'URL', 'example.org'],
      [5, 'Lower_CI', 'few'],
      [6, 'Lower_CI', '96'],
    ]);
  });

  it('has its rows counted as a spreadsheet counts them, and rows of nothing left out', () => {
    expect(told('\n\nperiod,value\n2018,1\n\n,\n2019,zz\n\n\n2018,3\n,\n')).toEqual([
      [7, 'value', 'zz'],
      [10, 'period', '2018'],
    ]);
  });

  it('tells a year from a month, as 2003-04 may be either, by the rows beside it', () => {
    const starts = (...periods: string[]) => {
      const read = readSeriesTable(`period,value\n${periods.map((one, i) => `${one},${i}`).join('\n')}`);
      return 'observations' in read ? read.observations.map(({ startsOn }) => startsOn) : 'refused';
    };
    expect(starts('2003-03', '2003-04')).toEqual(['2003-03-01', '2003-04-01']);
    expect(starts('2011-12', '2012-13')).toEqual(['2011-04-01', '2012-04-01']);
    expect(starts('2003-04')).toBe('refused');
    expect(starts('2003-03', '2003-04', '2012-13')).toBe('refused');
  });

  it('reads a mark where the number is not, in its cell or beside it', () => {
    expect(
      readSeriesTable('period,value,marks\n2018,c,\n2019,,x\n2020,:,\n2021,low,p\n2022,9,"[p], R"\n'),
    ).toMatchObject({
      observations: [
        { value: null, marks: ['c'] },
        { value: null, marks: ['x'] },
        { value: null, marks: ['x'] },
        { value: null, marks: ['p', 'low'] },
        { value: 9, marks: ['p', 'r'] },
      ],
    });
  });

  it.each(['', 'period,value', 'a,b\n1,2', '"open', '__proto__,value\n2020,1'])(
    'never throws: %j',
    (text) => {
      expect(readSeriesTable(text)).toHaveProperty('problems');
    },
  );

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        (text, column) => void readSeriesTable(text, column),
      ),
    );
  });

  it.each([
    ['4,915 [p]', { value: 4915, marks: ['p'] }],
    ['[c]', { value: null, marks: ['c'] }],
    ['Z', { value: null, marks: ['z'] }],
    ['[low]', { value: null, marks: ['low'] }],
    ['k', { value: null, marks: ['low'] }],
    ['5 c', null],
    ['p', null],
    ['1,5', null],
    ['', null],
    ['12 [q]', null],
  ])('reads the cell %s', (text, expected) => expect(readValue(text)).toEqual(expected));
});

describe('the chart of a series', () => {
  const year = (n: number, value: number | null, more: Partial<Observation> = {}) =>
    number(`${n}-01-01`, `${n}-12-31`, value, more);

  it('draws no line over a gap or a break', () => {
    const chart = seriesChart([
      year(2018, 1),
      year(2019, 2),
      year(2020, null, { marks: ['x'] }),
      year(2021, 4),
      year(2022, 5, { marks: ['b'] }),
      year(2023, 6),
    ])!;
    expect(chart.lines).toEqual([
      [0, 1],
      [3, 4],
    ]);
  });

  it('has its numbers within the plot, its axis from nought', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 1, maxLength: 30 }), (values) => {
        const chart = seriesChart(values.map((value, i) => year(1990 + i, value)))!;
        expect(chart.ticks[0]).toBe(0);
        expect(chart.ticks.length).toBeLessThanOrEqual(7);
        for (const { from, to, height } of chart.points) {
          expect(from >= 0 && to <= 1 + 1e-9 && from < to).toBe(true);
          expect(height >= 0 && height <= 1 + 1e-9).toBe(true);
        }
      }),
    );
  });

  it('has no number over another in a plot of any width, the latest in each, and dates at every length', () => {
    const widths = [270, 480, 700];
    fc.assert(
      fc.property(
        fc.array(fc.nat(30_000), { minLength: 1, maxLength: 14 }),
        fc.subarray([...marks]),
        (values, given) => {
          const months = values.map((value, i) => {
            const startsOn = shiftMonth('2019-11-01', i);
            return number(startsOn, lastOfMonth(startsOn), value, { marks: given });
          });
          const { points, dates } = seriesChart(months)!;
          expect(dates.length).toBeGreaterThan(0);
          const room = labelRoom(points, widths, 240);
          expect(room.at(-1)).toBe(0);
          for (const [at, width] of widths.entries()) {
            const boxes = points
              .filter((_, i) => room[i]! >= 0 && room[i]! <= at)
              .map(({ mid, height, observation }) => {
                const half = textWidth(valueWords(observation), AXIS_TEXT) / 2;
                return { from: mid * width - half, to: mid * width + half, y: height * 240 };
              });
            for (const [i, a] of boxes.entries())
              for (const b of boxes.slice(i + 1))
                expect(a.to <= b.from || b.to <= a.from || Math.abs(a.y - b.y) >= AXIS_TEXT).toBe(true);
          }
        },
      ),
    );
  });

  it('is dated by months where it has not two Januaries', () => {
    const labels = (from: string, months: number) =>
      seriesChart([
        number(from, lastOfMonth(from), 1),
        number(shiftMonth(from, months - 1), lastOfMonth(shiftMonth(from, months - 1)), 2),
      ])!.dates.map(({ label }) => label);
    expect(labels('2020-02-01', 10)).toEqual(['Apr 2020', 'Jul 2020', 'Oct 2020']);
    expect(labels('2020-05-01', 2)).toEqual(['May 2020', 'Jun 2020']);
    expect(labels('2018-06-01', 24)).toEqual(['2019', '2020']);
  });

  it('compares the last two numbers in words, and nothing across a break or an overlap', () => {
    const [a, b] = [number('2019-04-01', '2020-03-31', 6287), number('2020-04-01', '2021-03-31', 4915)];
    expect(seriesSentence([a, b], 'referrals')).toBe(
      '4,915 referrals in the year to March 2021: 22 per cent fewer than in the year to March 2020 (6,287).',
    );
    expect(seriesSentence([a, { ...b, marks: ['b'] }], 'referrals')).toBe(
      '4,915 referrals in the year to March 2021.',
    );
    expect(seriesSentence([a, { ...b, startsOn: '2020-01-01' }], 'referrals')).not.toContain('per cent');
    expect(valueWords({ ...b, marks: ['p', 'r'] })).toBe('4,915 [p][r]');
  });
});

describe('the series that come with the product', () => {
  it('fit their schema, have one number a period, and a source or a reason for each', () => {
    for (const { observations, key } of readSeedSeries()) {
      expect(new Set(observations.map(({ startsOn, endsOn }) => startsOn + endsOn)).size, key).toBe(
        observations.length,
      );
      for (const one of observations) expect(one.value === null ? one.note : one.source, key).toBeTruthy();
    }
  });
});
