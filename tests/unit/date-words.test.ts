import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDateSpan, parseDateWords, spanProblem, type DateSpan } from '@/lib/date-words';
import { dayFromNumber, dayNumber, firstOfMonth, isDay, lastOfMonth, shiftDay } from '@/lib/days';

const day = fc.integer({ min: -40_000, max: 40_000 }).map(dayFromNumber);
const whole = (months: number) => (on: string) => {
  const first = `${on.slice(0, 5)}${String(Math.floor((Number(on.slice(5, 7)) - 1) / months) * months + 1).padStart(2, '0')}-01`;
  return [first, lastOfMonth(shiftDay(first, months * 31 - 16))] as const;
};
const spanOf = (months: number, precision: DateSpan['precision']) =>
  fc.tuple(day, day).map(([a, b]): DateSpan => {
    const [low, high] = a < b ? [a, b] : [b, a];
    return { startsOn: whole(months)(low)[0], endsOn: whole(months)(high)[1], precision };
  });
const anySpan: fc.Arbitrary<DateSpan> = fc.oneof(
  fc
    .tuple(day, fc.nat(500))
    .map(([on, n]): DateSpan => ({ startsOn: on, endsOn: shiftDay(on, n), precision: 'day' })),
  day.map((on): DateSpan => ({ startsOn: on, endsOn: on, precision: 'reported' })),
  fc
    .tuple(day, fc.nat(30))
    .map(([on, n]): DateSpan => ({ startsOn: on, endsOn: shiftDay(on, n), precision: 'part_of_month' })),
  spanOf(1, 'month'),
  spanOf(3, 'quarter'),
  spanOf(12, 'year'),
);

describe('dates in words', () => {
  it('read back to the same span, for every span there is', () => {
    fc.assert(
      fc.property(anySpan, (span) => {
        expect(spanProblem(span)).toBeNull();
        expect(parseDateWords(formatDateSpan(span))).toEqual(span);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throw and never make an invalid span', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const span = parseDateWords(text);
        if (span)
          expect([isDay(span.startsOn), isDay(span.endsOn), spanProblem(span)]).toEqual([true, true, null]);
      }),
    );
  });

  it.each([
    ['23 March 2020', '2020-03-23', '2020-03-23', 'day'],
    ['23 to 26 March 2020', '2020-03-23', '2020-03-26', 'day'],
    ['3/4/2020', '2020-04-03', '2020-04-03', 'day'],
    ['mid March 2020', '2020-03-11', '2020-03-20', 'part_of_month'],
    ['late Feb 2020', '2020-02-21', '2020-02-29', 'part_of_month'],
    ['between 1 and 15 February 2020', '2020-02-01', '2020-02-15', 'part_of_month'],
    ['January to February 2020', '2020-01-01', '2020-02-29', 'month'],
    ['Q2 2020', '2020-04-01', '2020-06-30', 'quarter'],
    ['2020', '2020-01-01', '2020-12-31', 'year'],
    ['by 27 April 2020', '2020-04-27', '2020-04-27', 'reported'],
  ])('reads %s', (text, startsOn, endsOn, precision) => {
    expect(parseDateWords(text)).toEqual({ startsOn, endsOn, precision });
  });

  it.each([
    '31 February 2020',
    'soon',
    '20',
    '26 to 23 March 2020',
    'March 2020 to 4 April 2020',
    '13/13/2020',
  ])('refuses %s', (text) => {
    expect(parseDateWords(text)).toBeNull();
  });
});

describe('days', () => {
  it('are numbered without gaps, through every change of the clocks', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (n) => {
        expect(dayNumber(dayFromNumber(n))).toBe(n);
        expect(shiftDay(dayFromNumber(n), 1)).toBe(dayFromNumber(n + 1));
        expect(firstOfMonth(dayFromNumber(n)) <= dayFromNumber(n)).toBe(true);
      }),
    );
  });
});
