import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  dayFromNumber,
  dayNumber,
  firstOfMonth,
  formatDay,
  isDay,
  lastOfMonth,
  monthYear,
  shiftDay,
  shiftMonth,
  today,
} from '@/lib/days';

const MS_A_DAY = 86_400_000;
/** The calendar once more, by UTC alone. */
const utc = (n: number): string => new Date(n * MS_A_DAY).toISOString().slice(0, 10);
/** Years 1000 to 9999; the days that Samoa and the Marshall Islands left out, and nights that a change of clocks cut. */
const number = fc.oneof(
  fc.integer({ min: Date.UTC(1000, 0, 1) / MS_A_DAY, max: Date.UTC(9999, 11, 31) / MS_A_DAY }),
  fc
    .constantFrom('2011-12-30', '1993-08-21', '2018-11-04', '2023-04-28', '2020-03-29')
    .map((day) => Date.parse(day) / MS_A_DAY),
);

afterEach(() => void vi.unstubAllEnvs());

describe('days', () => {
  // Zones whose clocks change at midnight, that lie at the ends of the world, or that Node guesses from history.
  it.each([
    'UTC',
    'Europe/London',
    'Africa/Cairo',
    'America/Sao_Paulo',
    'Asia/Tehran',
    'Pacific/Kwajalein',
    'Pacific/Apia',
  ])('are those of the calendar on a server in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    fc.assert(
      fc.property(number, fc.integer({ min: -1000, max: 1000 }), (n, step) => {
        expect(dayFromNumber(n)).toBe(utc(n));
        expect(dayNumber(utc(n))).toBe(n);
        fc.pre(utc(n + step).length === 10 && utc(n + step) >= '1000');
        expect(shiftDay(utc(n), step)).toBe(utc(n + step));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['2020-02-29', true],
    ['2019-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2020-04-31', false],
    ['2020-13-01', false],
    ['2020-00-10', false],
    ['2020-01-00', false],
    ['0999-12-31', false],
    ['2020-1-1', false],
    ['2020-01-01T00:00:00Z', false],
    ['', false],
    ['12020-01-01', false],
  ])('%s is a day: %s', (text, real) => {
    expect(isDay(text)).toBe(real);
  });

  it('takes every day of the calendar and no other, however like one it looks', () => {
    const pad = (n: number, width: number): string => String(n).padStart(width, '0');
    const lengths = (year: number) => [
      31,
      year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
      31,
      30,
      31,
      30,
      31,
      31,
      30,
      31,
      30,
      31,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.nat(13), fc.nat(32), (year, month, day) => {
        const real = day >= 1 && day <= (lengths(year)[month - 1] ?? 0);
        expect(isDay(`${year}-${pad(month, 2)}-${pad(day, 2)}`)).toBe(real);
      }),
      { numRuns: 1000 },
    );
  });

  it('have months that begin and end where the calendar says', () => {
    fc.assert(
      fc.property(number, (n) => {
        const day = utc(n);
        expect(firstOfMonth(day)).toBe(`${day.slice(0, 7)}-01`);
        expect(lastOfMonth(day).slice(0, 7)).toBe(day.slice(0, 7));
        fc.pre(day < '9999-12');
        expect(shiftDay(lastOfMonth(day), 1)).toBe(shiftMonth(day, 1));
        expect(shiftMonth(shiftMonth(day, 1), -1)).toBe(firstOfMonth(day));
      }),
    );
  });

  it('are said as the product’s readers say them', () => {
    expect(formatDay('2020-03-23')).toBe('23 March 2020');
    expect(monthYear('2020-03-23')).toBe('March 2020');
  });

  it('begin at midnight in London, wherever the server is', () => {
    vi.stubEnv('TZ', 'America/Los_Angeles');
    expect(today(new Date('2020-06-30T22:59:00Z'))).toBe('2020-06-30');
    expect(today(new Date('2020-06-30T23:01:00Z'))).toBe('2020-07-01');
    expect(today(new Date('2020-12-31T23:59:00Z'))).toBe('2020-12-31');
  });
});
