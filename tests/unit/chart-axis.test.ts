import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AXIS_TEXT, countTicks, periodTicks } from '@/lib/chart-axis';
import { chartRange } from '@/lib/chart-range';
import { inRows, wrapped } from '@/lib/chart-text';
import { dayFromNumber, dayNumber } from '@/lib/days';
import { binsBetween, periodFor, periods } from '@/lib/periods';
import { textWidth } from '@/lib/timeline-text';

describe('countTicks', () => {
  it('start at nought, rise by equal whole steps and end at or just above the highest count', () => {
    fc.assert(
      fc.property(fc.nat(3_000_000), (max) => {
        const ticks = countTicks(max);
        const step = ticks[1]!;
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks).toEqual(ticks.map((_, i) => i * step));
        expect(Number.isInteger(step) && /^[125]0*$/.test(String(step))).toBe(true);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(1, max));
        expect(ticks.at(-2)).toBeLessThan(Math.max(1, max));
      }),
    );
  });
});

const range = fc
  .tuple(fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2026-01-01') }), fc.nat(12_000))
  .map(([from, length]) => ({
    from: dayFromNumber(from),
    to: dayFromNumber(from + length),
  }));

describe('periodTicks', () => {
  it('never touch, stand on columns, and say the year with the first and where it changes', () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 200, max: 1000 }), ({ from, to }, width) => {
        const period = periodFor(from, to);
        const bins = binsBetween(from, to, period);
        const ticks = periodTicks(bins, period, width);
        expect(ticks.length).toBeGreaterThan(0);
        const at = (column: number): number => ((column + 0.5) / bins.length) * width;
        const wide = (text: string): number => textWidth(text, AXIS_TEXT) / 2;
        ticks.forEach((tick, i) => {
          const next = ticks[i + 1];
          if (next)
            expect(at(tick.column) + Math.max(wide(tick.label), wide(tick.year))).toBeLessThan(
              at(next.column) - Math.max(wide(next.label), wide(next.year)),
            );
        });
        if (period === 'year') return;
        let year = '';
        for (const tick of ticks) {
          const own = bins[tick.column]!.label.split(' ').at(-1)!;
          expect(tick.year).toBe(own === year ? '' : own);
          year = own;
        }
      }),
    );
  });

  it('stand on round periods', () => {
    const months = binsBetween('2019-05-01', '2021-12-31', 'month');
    expect(periodTicks(months, 'month', 300).map(({ label, year }) => `${label} ${year}`.trim())).toEqual([
      'Jul 2019',
      'Jan 2020',
      'Jul',
      'Jan 2021',
      'Jul',
    ]);
    expect(
      periodTicks(binsBetween('1993-01-01', '2021-01-01', 'year'), 'year', 300).map(({ label }) => label),
    ).toEqual(['1995', '2000', '2005', '2010', '2015', '2020']);
  });

  it('are none where there are no columns', () => {
    for (const period of periods) expect(periodTicks([], period, 400)).toEqual([]);
  });
});

describe('chartRange', () => {
  it('lies in the view, and reaches no further than the calendar years of the events', () => {
    fc.assert(
      fc.property(range, range, (view, events) => {
        const span = { from: dayNumber(events.from), to: dayNumber(events.to) };
        const shown = chartRange(view, span);
        expect(shown.from <= shown.to && shown.from >= view.from && shown.to <= view.to).toBe(true);
        const apart = events.to < view.from || events.from > view.to;
        if (!apart)
          expect(
            shown.from.slice(0, 4) >= events.from.slice(0, 4) &&
              shown.to.slice(0, 4) <= events.to.slice(0, 4),
          ).toBe(true);
      }),
    );
  });

  it('keeps a reader’s wide dates from making thousands of columns', () => {
    const span = { from: dayNumber('2020-03-01'), to: dayNumber('2020-10-28') };
    expect(chartRange({ from: '1000-01-01', to: '9999-12-31' }, span)).toEqual({
      from: '2020-01-01',
      to: '2020-12-31',
    });
    expect(chartRange({ from: '2020-02-10', to: '2020-11-30' }, span)).toEqual({
      from: '2020-02-10',
      to: '2020-11-30',
    });
  });
});

describe('text in pictures', () => {
  const words = fc
    .array(fc.stringMatching(/^[a-z,.()0-9]{1,14}$/), { maxLength: 40 })
    .map((list) => list.join(' '));

  it('is wrapped without loss, and runs out of its room only where a single word does', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 600 }), (text, room) => {
        const lines = wrapped(text, room, 14);
        expect(lines.join(' ')).toBe(text);
        for (const line of lines)
          if (line.includes(' ')) expect(textWidth(line, 14)).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('stands in rows that never overlap nor run out of their room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 300 })), (widths) => {
        const { places, rows } = inRows(widths, 300, 12);
        places.forEach((place, i) => {
          expect(place.x + widths[i]!).toBeLessThanOrEqual(300);
          const next = places[i + 1];
          if (next?.row === place.row) expect(next.x).toBe(place.x + widths[i]! + 12);
        });
        expect(rows).toBe((places.at(-1)?.row ?? -1) + 1);
      }),
    );
  });
});
