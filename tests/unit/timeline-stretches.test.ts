import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '@/lib/days';
import { buildIndex } from '@/lib/event-index';
import { noFilters } from '@/lib/filters';
import { columnsOfRows } from '@/lib/index-columns';
import { askedOf } from '@/lib/lane-groups';
import { lanesAsked, stretchOf, wholeOf } from '@/lib/read-stretch';
import type { Span } from '@/lib/timeline';
import { packEvents } from '@/lib/timeline-columns';
import { itemsOf } from '@/lib/timeline-items';
import { linksOf } from '@/lib/timeline-links';
import { scaleOf } from '@/lib/timeline-scale';
import { layoutOf } from '@/lib/timeline-source';
import { covers, type BigRecord, type Stretch } from '@/lib/timeline-stretch';
import { bestOf, outsideOf } from '@/lib/timeline-stretches';
import { sourceSets as sets } from '@/db/seed/source-sets';

const FIRST = dayNumber('2000-01-01');
const DAYS = 7300;
/** Twenty thousand events over twenty years, one in twenty of them over two months. */
const rows = Array.from({ length: 20_000 }, (_, i) => {
  const start = FIRST + ((i * 7919) % DAYS);
  return {
    id: i + 1,
    start,
    end: start + (i % 20 === 0 ? 60 : 0),
    place: 5,
    type: i % 4,
    pillarMask: 1 + (i % 15),
    confidence: 0,
    dating: i % 3,
    set: sets[0]!.number,
    killed: 0,
  };
});
const lanes = lanesAsked(askedOf(buildIndex(columnsOfRows(rows), sets), noFilters, null), 'pillar');
const bounds = { from: FIRST, to: FIRST + DAYS + 90 };
const whole = wholeOf(lanes, { view: bounds, bins: 60 });

function binsFor(view: Span): Stretch {
  const stretch = stretchOf(lanes, { view, bins: 60 });
  return stretch.kind === 'bins' ? stretch : { ...stretch, columns: packEvents([], String) };
}

function layoutWith(stretches: readonly Stretch[]) {
  const big: BigRecord = {
    revision: 1,
    total: rows.length,
    heads: lanes.heads,
    span: { from: FIRST, to: FIRST + DAYS + 60 },
    stretches,
  };
  const extent = { from: '2000-01-01', to: '2020-03-01' };
  const columns = packEvents([], String);
  return layoutOf({ columns, big, bands: [], laneBy: 'pillar', today: '2021-01-01', extent, compact: false });
}

const anyView = fc
  .tuple(fc.nat(DAYS - 2000), fc.integer({ min: 600, max: 2000 }))
  .map(([at, days]): Span => ({ from: FIRST + at, to: FIRST + at + days }));

describe('a big record', () => {
  it('shows in each lane the events that touch the view, counted once, for the view that was asked for', () => {
    fc.assert(
      fc.property(anyView, fc.constantFrom(640, 960, 1600), (view, width) => {
        const scene = layoutWith([whole, binsFor(view)]).draw(view, width);
        scene.lanes.forEach((lane, bit) => {
          const own = rows.filter(({ pillarMask }) => pillarMask & (1 << bit));
          // A mark stands in the middle of what it may be, which for one day is that day.
          const short = own.filter(({ start, end }) => end - start < scene.step.days && start >= view.from);
          const long = own.filter(({ start, end }) => end - start >= scene.step.days && end >= view.from);
          const marks = short.filter(({ start, end, dating }) => {
            const day = start + (dating === 1 ? (end - start) >> 1 : 0);
            return day >= view.from && day < view.to;
          });
          expect(lane.more.count).toBe(long.filter(({ start }) => start < view.to).length);
          if (scene.step.days < 60)
            expect(lane.heaps.reduce((n, { count }) => n + count, 0)).toBe(marks.length);
          expect(lane.inView).toBe(lane.heaps.reduce((n, { count }) => n + count, lane.more.count));
        });
      }),
      { numRuns: 20 },
    );
  });

  it('draws its bars inside the lanes, no narrower than a column of marks at the width it was asked for', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const { lanes: drawn, scale } = layoutWith([whole, binsFor(view)]).draw(view, 960);
        for (const { heaps, base } of drawn)
          for (const { x, y, width, height } of heaps) {
            expect(x).toBeGreaterThanOrEqual(scale.left);
            expect(x + width).toBeLessThanOrEqual(scale.right);
            expect(width).toBeGreaterThanOrEqual(11.9);
            expect(y).toBeGreaterThanOrEqual(0);
            expect(y + height).toBeCloseTo(base, 6);
          }
      }),
      { numRuns: 20 },
    );
  });

  it('is never blank: a view that no answer has come for is drawn from what holds all of it', () => {
    const layout = layoutWith([whole, binsFor({ from: FIRST + 100, to: FIRST + 900 })]);
    const elsewhere = { from: FIRST + 5000.4, to: FIRST + 5700.8 };
    expect(layout.draw(elsewhere, 960).lanes.every(({ heaps }) => heaps.length > 0)).toBe(true);
    expect(outsideOf([whole], elsewhere)).toBe(null);
  });

  it('keeps its heights from stretch to stretch, so that an answer moves nothing', () => {
    const view = { from: FIRST + 1000, to: FIRST + 2000 };
    const coarse = layoutWith([whole]).draw(view, 960);
    const sharp = layoutWith([whole, binsFor(view)]).draw(view, 960);
    expect(sharp.step.days).toBeLessThan(coarse.step.days);
    expect(sharp.lanes.map(({ y, height }) => [y, height])).toEqual(
      coarse.lanes.map(({ y, height }) => [y, height]),
    );
  });

  it('takes the answer for the very view before others, and none that holds less than the view', () => {
    const view = { from: FIRST + 1000, to: FIRST + 2000 };
    const [exact, shifted] = [binsFor(view), binsFor({ from: view.from + 30, to: view.to + 30 })];
    const scale = scaleOf(view, 148, 948);
    expect(covers(shifted, view)).toBe(true);
    expect(bestOf([whole, exact, shifted], scale)).toBe(exact);
    expect(bestOf([whole, shifted, exact], scale)).toBe(exact);
    expect(bestOf([whole, binsFor({ from: FIRST + 4000, to: FIRST + 5000 })], scale)).toBe(whole);
  });

  it('makes of every bar a link that zooms in on its own days', () => {
    const view = { from: FIRST + 1000, to: FIRST + 2000 };
    const scene = layoutWith([whole, binsFor(view)]).draw(view, 960);
    const [items = []] = itemsOf(scene, scene.columns, bounds, linksOf('', '', 'pillar'));
    const bars = items.filter(({ zoom }) => zoom !== null);
    expect(bars.length).toBeGreaterThan(30);
    for (const { name, href, zoom } of bars) {
      expect(name).toMatch(/^[\d,]+ events?, .*: zoom in$/);
      expect(href).toBe(`?view=${zoom!.from}..${zoom!.to}`);
    }
  });

  it('knows where a lane goes on beyond what it holds', () => {
    const view = { from: FIRST + 3000, to: FIRST + 3700 };
    const layout = layoutWith([whole, binsFor(view)]);
    const own = rows.filter(({ pillarMask }) => pillarMask & 1).map(({ start }) => start);
    expect(layout.eventBeyond(0, -1, null)).toBe(Math.min(...own));
    expect(layout.eventBeyond(0, 1, null)).toBe(Math.max(...own));
    expect(layout.eventBeyond(0, 1, view)).toBeGreaterThanOrEqual(view.to);
    expect(layout.eventBeyond(0, -1, view)).toBeLessThan(view.from);
  });
});
