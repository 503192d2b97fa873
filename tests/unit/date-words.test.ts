import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDateSpan, parseDateWords, spanProblem, type DateSpan } from '@/lib/date-words';
import { dayFromNumber, firstOfMonth, isDay, lastOfMonth, shiftDay, shiftMonth } from '@/lib/days';

const day = fc.integer({ min: -300_000, max: 400_000 }).map(dayFromNumber);

/** From the first to the last of periods of so many months, near together or centuries apart. */
const periods = (months: number, precision: DateSpan['precision']) =>
  fc.tuple(day, fc.oneof(fc.nat(5), fc.nat(500))).map(([on, more]): DateSpan => {
    const startsOn = shiftMonth(firstOfMonth(on), -((Number(on.slice(5, 7)) - 1) % months));
    return { startsOn, endsOn: lastOfMonth(shiftMonth(startsOn, months * (more + 1) - 1)), precision };
  });
const days = (most: number, precision: DateSpan['precision']) =>
  fc
    .tuple(day, fc.nat(most))
    .map(([on, n]): DateSpan => ({ startsOn: on, endsOn: shiftDay(on, n), precision }));

/** Every span that an event may have. */
const anySpan = fc.oneof(
  days(500, 'day'),
  days(0, 'reported'),
  days(30, 'part_of_month'),
  periods(1, 'month'),
  periods(3, 'quarter'),
  periods(12, 'year'),
);

/** Words and signs of which dates are made, in any order. */
const anyWords = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'early',
        'mid',
        'March',
        'Feb',
        '2020',
        '31',
        'to',
        'by',
        'between',
        'and',
        'Q1',
        'quarter of',
        'first',
        '-',
        '/',
      ),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(' '));

describe('parseDateWords', () => {
  it('reads every date that there is back from its own words', () => {
    fc.assert(
      fc.property(anySpan, (span) => {
        expect(spanProblem(span)).toBeNull();
        expect(parseDateWords(formatDateSpan(span))).toEqual(span);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads them in any case and with any white space', () => {
    fc.assert(
      fc.property(anySpan, fc.boolean(), (span, upper) => {
        const words = formatDateSpan(span).replaceAll(' ', '  \t ');
        expect(parseDateWords(` ${upper ? words.toUpperCase() : words.toLowerCase()}\n`)).toEqual(span);
      }),
    );
  });

  it('makes a valid span or nothing of any text, and never throws', () => {
    fc.assert(
      fc.property(anyWords, (text) => {
        const span = parseDateWords(text);
        expect(
          span === null || (isDay(span.startsOn) && isDay(span.endsOn) && spanProblem(span) === null),
        ).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['23 March 2020', '2020-03-23', '2020-03-23', 'day'],
    ['23rd March, 2020', '2020-03-23', '2020-03-23', 'day'],
    ['March 23, 2020', '2020-03-23', '2020-03-23', 'day'],
    ['2020-03-23', '2020-03-23', '2020-03-23', 'day'],
    ['3/4/2020', '2020-04-03', '2020-04-03', 'day'],
    ['29 February 2020', '2020-02-29', '2020-02-29', 'day'],
    ['23 to 26 March 2020', '2020-03-23', '2020-03-26', 'day'],
    ['23 March to 4 May 2020', '2020-03-23', '2020-05-04', 'day'],
    ['23 December 2019 to 4 January 2020', '2019-12-23', '2020-01-04', 'day'],
    ['mid March 2020', '2020-03-11', '2020-03-20', 'part_of_month'],
    ['mid-March 2020', '2020-03-11', '2020-03-20', 'part_of_month'],
    ['beginning of March 2020', '2020-03-01', '2020-03-10', 'part_of_month'],
    ['late Feb 2020', '2020-02-21', '2020-02-29', 'part_of_month'],
    ['between 1 and 15 February 2020', '2020-02-01', '2020-02-15', 'part_of_month'],
    ['Sept. 2020', '2020-09-01', '2020-09-30', 'month'],
    ['2020-03', '2020-03-01', '2020-03-31', 'month'],
    ['January to February 2020', '2020-01-01', '2020-02-29', 'month'],
    ['Q2 2020', '2020-04-01', '2020-06-30', 'quarter'],
    ['first quarter of 2020', '2020-01-01', '2020-03-31', 'quarter'],
    ['2020', '2020-01-01', '2020-12-31', 'year'],
    ['2018 to 2020', '2018-01-01', '2020-12-31', 'year'],
    ['by 27 April 2020', '2020-04-27', '2020-04-27', 'reported'],
    ['reported by 27 April 2020', '2020-04-27', '2020-04-27', 'reported'],
  ])('reads %s', (text, startsOn, endsOn, precision) => {
    expect(parseDateWords(text)).toEqual({ startsOn, endsOn, precision });
  });

  it.each([
    '',
    'soon',
    '20',
    '31 February 2020',
    '29 February 2019',
    '13/13/2020',
    '3/4/20',
    '0 March 2020',
    'M 2020',
    'Ma 2020',
    'Q5 2020',
    '26 to 23 March 2020',
    'March 2020 to 4 April 2020',
    'between 1 January and 15 February 2020',
    'by March 2020',
    'by 31 April 2020',
    '999',
    '23 March',
    '23 March 2020 and after',
  ])('refuses “%s” rather than guess', (text) => {
    expect(parseDateWords(text)).toBeNull();
  });
});

describe('spanProblem', () => {
  it.each([
    ['2020-03-02', '2020-03-01', 'day', 'The last day must be the same as or after the first day'],
    ['2020-03-01', '2020-03-02', 'reported', 'A date known only by report must be a single day'],
    ['2020-03-01', '2020-04-01', 'part_of_month', 'Part of a month must not be longer than 31 days'],
    ['2020-03-02', '2020-03-31', 'month', 'A month must run from its first to its last day'],
    ['2020-02-01', '2020-02-28', 'month', 'A month must run from its first to its last day'],
    ['2020-02-01', '2020-04-30', 'quarter', 'A quarter must run from its first to its last day'],
    ['2020-01-01', '2020-12-30', 'year', 'A year must run from 1 January to 31 December'],
  ] as const)('says what is wrong with %s to %s as a %s', (startsOn, endsOn, precision, problem) => {
    expect(spanProblem({ startsOn, endsOn, precision })).toBe(problem);
  });
});
