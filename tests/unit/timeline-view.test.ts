import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber, dayNumber } from '@/lib/days';
import { firstDayOfMonth, monthOfDay, stepFor, steps } from '@/lib/timeline-calendar';
import { fitted, textWidth } from '@/lib/timeline-text';
import {
  bulkView,
  defaultView,
  parseView,
  sameView,
  shifted,
  spanOf,
  viewOf,
  viewToText,
  within,
  zoomed,
} from '@/lib/timeline-view';
import { viewWords } from '@/lib/timeline-words';

const FIRST = dayNumber('1000-01-01');
const LAST = dayNumber('9999-12-31');
const anyDay = fc.integer({ min: FIRST, max: LAST });
const anyView = fc
  .tuple(anyDay, fc.nat(20_000))
  .map(([from, n]) => ({ from: dayFromNumber(from), to: dayFromNumber(Math.min(LAST, from + n)) }));
const anySpan = fc
  .tuple(fc.double({ min: 0, max: 20_000, noNaN: true }), fc.double({ min: 1, max: 9000, noNaN: true }))
  .map(([from, n]) => ({ from, to: from + n }));

describe('steps of the calendar', () => {
  it('count months as the calendar does, from year 1000 to 9999', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month] = dayFromNumber(day).split('-').map(Number);
        expect(monthOfDay(day)).toBe(year! * 12 + month! - 1);
        expect(dayFromNumber(firstDayOfMonth(monthOfDay(day)))).toBe(`${dayFromNumber(day).slice(0, 8)}01`);
      }),
    );
  });

  it('divide time without gaps into bins no shorter than they say', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...steps), (day, step) => {
        const [start, next] = [step.start(step.bin(day)), step.start(step.bin(day) + 1)];
        expect(start).toBeLessThanOrEqual(day);
        expect(next).toBeGreaterThan(day);
        expect(next - start).toBeGreaterThanOrEqual(step.days);
        expect(step.bin(next)).toBe(step.bin(day) + 1);
      }),
    );
  });

  it('begin weeks on Monday', () => {
    const week = steps.find(({ size }) => size === 7)!;
    expect(dayFromNumber(week.start(week.bin(dayNumber('2020-03-26'))))).toBe('2020-03-23');
  });

  it('are as fine as the pixels allow', () => {
    expect(stepFor(13, 13).days).toBe(1);
    expect(stepFor(12.9, 13).days).toBe(2);
    expect(stepFor(0.000001, 13)).toBe(steps.at(-1));
  });
});

describe('the view', () => {
  it('reads back from the URL', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(parseView(viewToText(view))).toEqual(view);
      }),
    );
  });

  it('is none where the URL holds none', () => {
    for (const text of [
      null,
      '',
      '2020',
      '2020-01-01',
      '2020-02-30..2020-03-01',
      '2020-03-01..2020-01-01',
      '2020-01-01..2020-02-01..2020-03-01',
    ])
      expect(parseView(text)).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => void parseView(text)));
  });

  it('is whole days, both included', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(sameView(viewOf(spanOf(view)), view)).toBe(true);
      }),
    );
    expect(viewWords({ from: '2020-04-01', to: '2020-04-30' })).toBe('April 2020');
    expect(viewWords({ from: '2020-01-01', to: '2020-12-31' })).toBe('2020');
    expect(viewWords({ from: '2020-04-13', to: '2020-04-19' })).toBe('13 April 2020 to 19 April 2020');
  });

  it('stays within its bounds, however it is moved or zoomed', () => {
    fc.assert(
      fc.property(
        anySpan,
        anySpan,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (bounds, start, factor, by) => {
          const span = within(start, bounds);
          for (const next of [
            span,
            zoomed(span, factor, (span.from + span.to) / 2, bounds),
            shifted(span, by, bounds),
          ]) {
            expect(next.from).toBeGreaterThanOrEqual(bounds.from - 1e-6);
            expect(next.to).toBeLessThanOrEqual(bounds.to + 1e-6);
            expect(next.to - next.from).toBeGreaterThanOrEqual(Math.min(1, bounds.to - bounds.from) - 1e-6);
          }
        },
      ),
    );
  });

  it('keeps the day under the pointer in its place while it zooms', () => {
    const bounds = { from: 0, to: 10_000 };
    const span = { from: 4000, to: 5000 };
    const { from, to } = zoomed(span, 0.5, 4250, bounds);
    expect((4250 - from) / (to - from)).toBeCloseTo(0.25);
    expect(to - from).toBeCloseTo(500);
  });
});

describe('the first view', () => {
  const extent = { from: '1995-04-19', to: '2020-10-28' };

  it('is the years of the bulk, less the months before the first and after the last event', () => {
    const years = [
      { year: 1995, count: 1 },
      { year: 2001, count: 1 },
      { year: 2020, count: 40 },
    ];
    expect(bulkView(years, extent)).toEqual({ from: '2020-01-01', to: '2020-10-31' });
    expect(bulkView(years.slice(0, 2), extent)).toEqual({ from: '1995-04-01', to: '2001-12-31' });
    expect(bulkView([], extent)).toEqual({ from: '1995-01-01', to: '2020-12-31' });
  });

  it('is the filtered dates where there are any', () => {
    expect(defaultView([], extent, { from: '2020-03-23', to: '2020-05-12' })).toEqual({
      from: '2020-03-23',
      to: '2020-05-12',
    });
    expect(defaultView([], extent, { from: '2020-03-23', to: null })).toEqual({
      from: '2020-03-23',
      to: '2020-10-28',
    });
    expect(defaultView([], extent, { from: '2021-01-01', to: null })).toEqual({
      from: '2021-01-01',
      to: '2021-01-01',
    });
    expect(defaultView([], extent, { from: null, to: '1990-01-01' })).toEqual({
      from: '1990-01-01',
      to: '1990-01-01',
    });
  });
});

describe('cut titles', () => {
  it('are never wider than their room, and end after a whole word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zA-Z,]{1,9}$/), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 400 }),
        (words, room) => {
          const title = words.join(' ');
          const cut = fitted(title, room, 12);
          expect(textWidth(cut, 12)).toBeLessThanOrEqual(room);
          if (cut && cut !== title) expect(title.startsWith(cut.slice(0, -1))).toBe(true);
        },
      ),
    );
  });
});
