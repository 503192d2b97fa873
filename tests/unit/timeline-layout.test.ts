import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber, dayNumber } from '@/lib/days';
import { laneBys, type LaneBy, type LockdownBand, type Span, type TimelineEvent } from '@/lib/timeline';
import { packEvents } from '@/lib/timeline-columns';
import { displayOf } from '@/lib/timeline-display';
import { MARK, PITCH } from '@/lib/timeline-lane-drawing';
import { LABEL_TEXT, type Label } from '@/lib/timeline-labels';
import { TimelineLayout, type LaneScene, type Scene } from '@/lib/timeline-layout';
import { lookOf, MAX_ROWS, MAX_STACK, REPORTED, UNCERTAIN } from '@/lib/timeline-level';
import { xOf } from '@/lib/timeline-scale';
import { textWidth } from '@/lib/timeline-text';
import { eventTypes, pillars, precisions } from '@/lib/vocabulary';

const CENTRE = dayNumber('2020-04-22');

/** Days in heaps, as those of reports are, and days all over; spans from one day to five years. */
const day = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: CENTRE - 20, max: CENTRE + 20 }) },
  fc.integer({ min: CENTRE - 9000, max: CENTRE + 400 }),
);
const anyTimelineEvent = fc
  .record({
    start: day,
    days: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(1900)),
    precision: fc.constantFrom(...precisions),
    title: fc.string({ maxLength: 90 }),
    pillars: fc.subarray([...pillars], { minLength: 1 }),
    type: fc.constantFrom(...eventTypes),
    region: fc.constantFrom('GB', 'CN', 'KZ', 'KG', 'UZ', 'TJ', 'US', 'IR', 'RU', '001', 'GB-ENG'),
  })
  .map(({ start, days, ...rest }) => ({
    ...rest,
    startsOn: dayFromNumber(start),
    endsOn: dayFromNumber(start + (rest.precision === 'reported' ? 0 : days)),
  }));
const someEvents = fc
  .array(anyTimelineEvent, { maxLength: 300, size: 'max' })
  .map((list) => list.map((event, id): TimelineEvent => ({ ...event, id, slug: `event-${id}` })));
const anyBand = fc.record({
  start: fc.integer({ min: CENTRE - 300, max: CENTRE + 300 }),
  days: fc.integer({ min: 7, max: 200 }),
  title: fc.string({ minLength: 1, maxLength: 90 }),
});
const someBands = fc.array(anyBand, { maxLength: 6 }).map((list) =>
  list.map(({ start, days, title }, i): LockdownBand => ({
    slug: `band-${i}`,
    title,
    region: 'GB',
    startsOn: dayFromNumber(start),
    endsOn: dayFromNumber(start + days),
    precision: 'day',
    definition: 'A rule.',
    source: 'A table',
    reach: 'targeted',
  })),
);
/** Fractions of days too: a gesture stops anywhere. */
const anySpan = fc
  .record({
    day,
    fraction: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(
      fc.double({ min: 1, max: 60, noNaN: true }),
      fc.double({ min: 60, max: 12_000, noNaN: true }),
    ),
  })
  .map(({ day: at, fraction, length }): Span => ({
    from: at + fraction - length / 2,
    to: at + fraction + length / 2,
  }));

interface Given {
  events: TimelineEvent[];
  bands: LockdownBand[];
  span: Span;
  width: number;
  laneBy: LaneBy;
  compact: boolean;
}
const anything = fc.record({
  events: someEvents,
  bands: someBands,
  span: anySpan,
  width: fc.constantFrom(320, 640, 960, 1600),
  laneBy: fc.constantFrom(...laneBys),
  compact: fc.boolean(),
});

function draw({ events, bands, span, width, laneBy, compact }: Given) {
  const columns = packEvents(events, (code) => `Place ${code}`);
  const extent = { from: dayFromNumber(CENTRE - 9000), to: dayFromNumber(CENTRE + 2400) };
  const layout = new TimelineLayout({ columns, bands, laneBy, today: '2020-09-20', extent, compact });
  return { columns, layout, scene: layout.draw(span, width) };
}

type Drawn = ReturnType<typeof draw> & Given;
const everyDrawing = (check: (drawn: Drawn) => void): void =>
  fc.assert(
    fc.property(anything, (given) => check({ ...given, ...draw(given) })),
    { numRuns: 150 },
  );
const everyLane = (check: (lane: LaneScene, drawn: Drawn) => void): void =>
  everyDrawing((drawn) => drawn.scene.lanes.forEach((lane) => check(lane, drawn)));

interface Rect {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
const around = (x: number, y: number, half: number): Rect => ({
  left: x - half,
  right: x + half,
  top: y - half,
  bottom: y + half,
});
const rectOf = ({ text, x, y, width, anchor }: Label, size = LABEL_TEXT): Rect => {
  expect(width).toBeCloseTo(textWidth(text, size, anchor === 'middle'), 6);
  const left = anchor === 'middle' ? x - width / 2 : x;
  return { left, right: left + width, top: y - size / 2, bottom: y + size / 2 };
};
const overlap = (a: Rect, b: Rect): boolean =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01;
const expectApart = (rects: Rect[]): void =>
  rects.forEach((a, i) =>
    rects
      .slice(i + 1)
      .forEach((b) => expect(overlap(a, b), `${JSON.stringify(a)} ${JSON.stringify(b)}`).toBe(false)),
  );

/** What a lane must show of a view, one event at a time: as bars, and as marks on their days. */
function expected(lane: LaneScene, { columns, scene, span }: Drawn) {
  const bars: number[] = [];
  const marks: { event: number; day: number }[] = [];
  for (const event of lane.lane.events) {
    const [start, end] = [columns.start[event]!, columns.end[event]!];
    const at = lookOf(columns, event) === UNCERTAIN ? start + Math.floor((end - start) / 2) : start;
    if (end - start + 1 > scene.step.days) {
      if (end + 1 > span.from && start < span.to) bars.push(event);
    } else if (at + 1 > span.from && at < span.to) marks.push({ event, day: at });
  }
  return { bars, marks };
}

const sorted = (numbers: number[]): number[] => [...numbers].sort((a, b) => a - b);

describe('the layout of the timeline', () => {
  it('puts every event into each lane that it belongs to, and into no other', () => {
    everyDrawing(({ columns, layout, laneBy, events }) => {
      const inLanes = layout.lanes.flatMap((lane) => lane.events);
      const times = (event: number): number =>
        laneBy === 'pillar' ? pillars.filter((_, bit) => columns.pillars[event]! & (1 << bit)).length : 1;
      expect(sorted(inLanes)).toEqual(
        events.flatMap((_, event) => Array.from({ length: times(event) }, () => event)),
      );
    });
  });

  it('accounts for every event in view exactly once a lane: as a mark, in a heap, as a bar or among those left over', () => {
    everyLane((lane, drawn) => {
      const { bars, marks } = expected(lane, drawn);
      const heaped = (at: number): boolean => lane.heaps.some(({ from, to }) => at >= from && at < to);
      expect(sorted(lane.marks.map(({ event }) => event))).toEqual(
        sorted(marks.filter((mark) => !heaped(mark.day)).map(({ event }) => event)),
      );
      for (const heap of lane.heaps) {
        const inside = marks.filter((mark) => mark.day >= heap.from && mark.day < heap.to);
        const looks = inside.map(({ event }) => lookOf(drawn.columns, event));
        expect(heap.count).toBe(inside.length);
        expect(heap.reported).toBe(looks.filter((look) => look === REPORTED).length);
        expect(heap.uncertain).toBe(looks.filter((look) => look === UNCERTAIN).length);
      }
      const drawnBars = lane.bars.map(({ event }) => event);
      expect(new Set(drawnBars).size).toBe(drawnBars.length);
      expect(bars).toEqual(expect.arrayContaining(drawnBars));
      expect(lane.more.count).toBe(bars.length - drawnBars.length);
      expect(lane.inView).toBe(bars.length + marks.length);
    });
  });

  it('gives a bar the honest width of its span', () => {
    everyLane((lane, { columns, scene: { scale } }) => {
      for (const bar of lane.bars) {
        const [start, end] = [xOf(scale, columns.start[bar.event]!), xOf(scale, columns.end[bar.event]! + 1)];
        expect(bar.x).toBeCloseTo(Math.max(start, scale.left), 6);
        expect(bar.x + bar.width).toBeCloseTo(Math.min(end, scale.right), 6);
        expect([bar.openLeft, bar.openRight]).toEqual([start < scale.left, end > scale.right]);
      }
    });
  });

  it('keeps a mark within its own column or, at the ends of the view, the next', () => {
    everyLane((lane, drawn) => {
      const { scale, step } = drawn.scene;
      const days = new Map(expected(lane, drawn).marks.map(({ event, day: at }) => [event, at]));
      for (const { event, x } of lane.marks) {
        const bin = step.bin(days.get(event)!);
        expect(x).toBeGreaterThanOrEqual(xOf(scale, step.start(bin - 1)));
        expect(x).toBeLessThanOrEqual(xOf(scale, step.start(bin + 2)));
      }
    });
  });

  it('never stacks more than nine, nor more rows than allowed, and leaves no two marks on one another', () => {
    everyLane((lane, { compact }) => {
      const stacks = new Map<number, number>();
      for (const { x } of lane.marks) stacks.set(x, (stacks.get(x) ?? 0) + 1);
      for (const height of stacks.values()) expect(height).toBeLessThanOrEqual(compact ? 5 : MAX_STACK);
      expect(new Set(lane.bars.map(({ y }) => y)).size).toBeLessThanOrEqual(compact ? 2 : MAX_ROWS);
      const columns = sorted([
        ...stacks.keys(),
        ...(lane.heaps[0]?.cut ? lane.heaps.map(({ x, width }) => x + width / 2) : []),
      ]);
      columns.slice(1).forEach((x, i) => expect(x - columns[i]!).toBeGreaterThanOrEqual(PITCH - 0.01));
      expectApart(
        lane.bars.map(({ x, y, width }) => ({ left: x, right: x + width, top: y - 3, bottom: y + 3 })),
      );
    });
  });

  it('draws nothing outside the lane', () => {
    everyLane((lane, { scene: { scale } }) => {
      const rects = [
        ...lane.marks.map(({ x, y }) => around(x, y, MARK)),
        ...lane.heaps.map(({ x, y, width, height }) => ({
          left: x,
          right: x + width,
          top: y,
          bottom: y + height,
        })),
        ...lane.bars.map(({ x, y, width }) => ({
          left: x,
          right: x + width,
          top: y - MARK,
          bottom: y + MARK,
        })),
        ...[...lane.titles, ...lane.counts].map((label) => rectOf(label)),
      ];
      for (const rect of rects) {
        expect(rect.top).toBeGreaterThanOrEqual(0);
        expect(rect.bottom).toBeLessThanOrEqual(lane.height);
        // A mark on the first day in view reaches a little over the edge, into the gutter that is kept free for it.
        expect(rect.left).toBeGreaterThanOrEqual(scale.left - 2 * PITCH);
        expect(rect.right).toBeLessThanOrEqual(scale.right + PITCH);
      }
    });
  });

  it('lets no label overlap a label, a mark, a bar or a heap', () => {
    everyLane((lane) => {
      const labels = [...lane.titles, ...lane.counts].map((label) => rectOf(label));
      expectApart(labels);
      const solid = [
        ...lane.marks.map(({ x, y }) => around(x, y, MARK)),
        ...lane.bars.map(({ x, y, width }) => ({ left: x, right: x + width, top: y - 2.5, bottom: y + 2.5 })),
        ...lane.heaps.map(({ x, y, width, height }) => ({
          left: x,
          right: x + width,
          top: y,
          bottom: y + height,
        })),
      ];
      for (const label of labels) for (const one of solid) expect(overlap(label, one)).toBe(false);
    });
  });

  it('lets no two labels of the axis, of bands or of notes overlap', () => {
    everyDrawing(({ scene }) => {
      const line = (text: string, left: number, size: number, bold = false): Rect => ({
        left,
        right: left + textWidth(text, size, bold),
        top: 0,
        bottom: 1,
      });
      expectApart(scene.ticks.filter(({ label }) => label).map(({ label, x }) => line(label, x + 4, 13)));
      for (const row of [0, 1, 2]) {
        expectApart(
          scene.bands
            .filter((band) => band.row === row)
            .map(({ title, labelX }) => line(title, labelX, 13, true)),
        );
      }
      const notes = scene.notes.filter(({ text }) => text);
      expectApart(
        notes.map(({ text, x, anchor }) =>
          line(text, x - { start: 0, middle: 0.5, end: 1 }[anchor] * textWidth(text, 12), 12),
        ),
      );
    });
  });

  it('changes neither heights nor rows when the view moves without a change of scale', () => {
    everyDrawing(({ layout, span, width, scene, bands }) => {
      fc.pre(bands.length === 0);
      const by = (span.to - span.from) * 0.37;
      const moved = layout.draw({ from: span.from + by, to: span.to + by }, width);
      const shape = ({ lanes }: Scene) => lanes.map(({ y, height, base }) => ({ y, height, base }));
      expect(shape(moved)).toEqual(shape(scene));
      const rows = ({ lanes }: Scene) =>
        new Map(lanes.flatMap((lane, i) => lane.bars.map(({ event, y }) => [`${i} ${event}`, y])));
      const before = rows(scene);
      for (const [bar, y] of rows(moved)) if (before.has(bar)) expect(y).toBe(before.get(bar));
    });
  });

  it('paints real numbers only', () => {
    everyDrawing(({ scene }) => {
      for (const op of displayOf(scene)) {
        if (op.kind === 'text') expect(Number.isFinite(op.x) && Number.isFinite(op.y)).toBe(true);
        else expect(op.d).not.toMatch(/NaN|Infinity|undefined|e/);
      }
    });
  });

  it('is bounded by the screen, whatever the number of events', () => {
    const events = Array.from({ length: 20_000 }, (_, id): TimelineEvent => {
      const on = dayFromNumber(CENTRE - (id % 3000));
      return {
        id,
        slug: `event-${id}`,
        title: 'Event',
        startsOn: on,
        endsOn: on,
        precision: 'day',
        pillars: [...pillars],
        type: 'attack',
        region: 'GB',
      };
    });
    for (const length of [7, 60, 400, 3000]) {
      const { scene } = draw({
        events,
        bands: [],
        span: { from: CENTRE - length, to: CENTRE + 1 },
        width: 960,
        laneBy: 'pillar',
        compact: false,
      });
      const columns = Math.ceil(960 / PITCH);
      for (const lane of scene.lanes)
        expect(lane.marks.length / MAX_STACK + lane.heaps.length).toBeLessThanOrEqual(columns);
      expect(scene.lanes[0]!.inView).toBeGreaterThan(0);
      expect(displayOf(scene).length).toBeLessThan(1000);
    }
  });
});
