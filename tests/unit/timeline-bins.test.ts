import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '@/lib/days';
import type { EventInput } from '@/lib/event';
import { buildIndex, withChanges, type EventIndex } from '@/lib/event-index';
import { noFilters, type Filters } from '@/lib/filters';
import { IdSet } from '@/lib/id-set';
import { columnsOfRows } from '@/lib/index-columns';
import { askedOf, countTouching } from '@/lib/lane-groups';
import { lanesAsked, stretchOf, wholeOf, type UnreadStretch } from '@/lib/read-stretch';
import { laneBys, type LaneBy, type Span } from '@/lib/timeline';
import { longIn, binsIn } from '@/lib/timeline-bin-lane';
import { countLanes } from '@/lib/timeline-bins';
import { steps, type Step } from '@/lib/timeline-calendar';
import { idsTouching } from '@/lib/timeline-ids';
import { answers, binsAcross, edgesOf, FEW_EVENTS, MAX_BINS, type LaneBins } from '@/lib/timeline-stretch';
import { datingOf } from '@/lib/vocabulary';
import { sourceSets as sets } from '@/db/seed/source-sets';
import { anyEvent, anyFilters } from '../setup/arbitraries';
import { rowOf } from '../setup/index-rows';
import { passes } from '../setup/naive';

const FIRST = dayNumber('2019-01-01');
const events = fc.array(anyEvent, { maxLength: 40 });
const ownFilters = anyFilters.map((filters): Filters => ({
  ...filters,
  q: null,
  actor: [],
  origin: [],
  article: [],
}));
const anySpan = fc
  .tuple(fc.nat(1100), fc.integer({ min: 1, max: 700 }))
  .map(([at, length]): Span => ({ from: FIRST + at, to: FIRST + at + length }));
const laneBy = fc.constantFrom(...laneBys);
/** Steps up to two years: longer ones hold these events in one bin. */
const step = fc.constantFrom(...steps.slice(0, 11));
/** Which events are beside the base: changed since, come in since, or gone. */
const changes = fc.record({
  kept: fc.nat(40),
  late: fc.nat(40),
  gone: fc.array(fc.nat(40), { maxLength: 5 }),
});

interface Held {
  index: EventIndex;
  /** Those that are in it, with their ids. */
  list: [number, EventInput][];
}

/** An index with rows beside its base: some events were other ones when it was built, some have gone since. */
function held(given: EventInput[], { late, gone }: { late: number; gone: number[] }): Held {
  const rows = given.map((event, id) => rowOf(event, id + 1));
  const before = rows.map((row, i) => ({
    ...row,
    ...(i < late ? { start: row.start - 9, end: row.start } : {}),
  }));
  const leaving = new Set(gone.map((i) => i + 1).filter((id) => id <= given.length));
  const base = buildIndex(columnsOfRows(before.slice(0, Math.max(late, given.length - 2))), sets);
  const added = rows.filter(
    (row, i) => (i < late || i >= Math.max(late, given.length - 2)) && !leaving.has(row.id),
  );
  return {
    index: withChanges(base, leaving, added),
    list: given.map((event, i): [number, EventInput] => [i + 1, event]).filter(([id]) => !leaving.has(id)),
  };
}

const startOf = ({ startsOn }: EventInput): number => dayNumber(startsOn);
const endOf = ({ endsOn }: EventInput): number => dayNumber(endsOn);
const daysOf = (event: EventInput): number => endOf(event) - startOf(event) + 1;
const touching = (event: EventInput, from: number, to: number): boolean =>
  startOf(event) < to && endOf(event) >= from;
/** The day at which a mark of the event stands: in the middle of what it may be. */
const markOf = (event: EventInput): number =>
  startOf(event) + (datingOf(event.precision) === 'span' ? (daysOf(event) - 1) >> 1 : 0);

function inLane(event: EventInput, by: LaneBy, key: string, shown: readonly string[]): boolean {
  if (by === 'pillar') return event.pillars.some((pillar) => pillar === key);
  if (by === 'type') return event.type === key;
  return key === 'other' ? !shown.includes(event.region) : event.region === key;
}

/** The bins of a lane, counted one event at a time. */
function byHand(list: EventInput[], { days }: Step, edges: number[]): LaneBins {
  const [from, to] = [edges[0]!, edges.at(-1)!];
  const per = (some: EventInput[], dayOf: (event: EventInput) => number): number[] =>
    edges
      .slice(0, -1)
      .map((edge, i) => some.filter((e) => dayOf(e) >= edge && dayOf(e) < edges[i + 1]!).length);
  const marks = list.filter((event) => daysOf(event) <= days);
  const long = list.filter((event) => daysOf(event) > days && touching(event, from, to));
  const dated = (dating: string) => marks.filter((event) => datingOf(event.precision) === dating);
  return {
    count: per(marks, markOf),
    uncertain: per(dated('span'), markOf),
    reported: per(dated('reported'), markOf),
    starts: per(long, startOf),
    ends: per(long, endOf),
    before: long.filter((event) => startOf(event) < from).length,
  };
}

/** With the lists that are all nought written out. */
const full = ({ before, ...bins }: LaneBins, size: number): LaneBins => {
  const list = (counts: readonly number[]): number[] =>
    Array.from({ length: size }, (_, bin) => counts[bin] ?? 0);
  const { count, uncertain, reported, starts, ends } = bins;
  return {
    count: list(count),
    uncertain: list(uncertain),
    reported: list(reported),
    starts: list(starts),
    ends: list(ends),
    before,
  };
};

describe('countLanes', () => {
  it('counts every lane as one would by hand, whatever the filters, the days and the changes since', () => {
    fc.assert(
      fc.property(
        events,
        ownFilters,
        anySpan,
        laneBy,
        step,
        changes,
        (given, filters, view, by, one, change) => {
          const { index, list } = held(given, change);
          const span = { from: view.from - 30, to: view.to + 12 };
          const edges = edgesOf(one, span, view);
          const { asked, groups, heads } = lanesAsked(askedOf(index, filters, null), by);
          const { lanes, all } = countLanes(asked, groups, one, edges);
          const passing = list.map(([, event]) => event).filter((event) => passes(event, filters));
          expect(full(all, edges.length - 1)).toEqual(byHand(passing, one, edges));
          const keys = heads.map(({ key }) => key);
          heads.forEach(({ key, total, first, last }, lane) => {
            const own = passing.filter((event) => inLane(event, by, key, keys));
            expect(full(lanes[lane]!, edges.length - 1)).toEqual(byHand(own, one, edges));
            expect(total).toBe(own.length);
            expect(first).toBe(own.length === 0 ? null : Math.min(...own.map(startOf)));
            expect(last).toBe(own.length === 0 ? null : Math.max(...own.map(startOf)));
          });
        },
      ),
    );
  });

  it('answers under ids as an index of nothing but their events does, whatever the filters and the changes since', () => {
    fc.assert(
      fc.property(
        events,
        ownFilters,
        anySpan,
        laneBy,
        fc.array(fc.nat(40)),
        changes,
        (given, filters, view, by, ids, change) => {
          const { index, list } = held(given, change);
          const some = list.filter(([id]) => ids.includes(id)).map(([id, event]) => rowOf(event, id));
          const told = (one: EventIndex, asked: IdSet | null) => {
            const lanes = lanesAsked(askedOf(one, filters, asked), by);
            const { ids: found, ...few } = stretchOf(lanes, { view, bins: 60 }) as UnreadStretch;
            const { heads, total } = lanes;
            const whole = wholeOf(lanes, { view, bins: 60 });
            return { heads, total, whole, few, found: found.toSorted((a, b) => a - b) };
          };
          const set = IdSet.of(ids);
          const first = told(index, set);
          expect(first).toEqual(told(buildIndex(columnsOfRows(some), sets), null));
          // The second time from what was kept.
          expect(told(index, set)).toEqual(first);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tells the events that touch a view exactly, from the starts and the ends of the longer ones', () => {
    fc.assert(
      fc.property(events, anySpan, step, (given, view, one) => {
        const { index } = held(given, { late: 0, gone: [] });
        const { asked, groups } = lanesAsked(askedOf(index, noFilters, null), 'pillar');
        const edges = edgesOf(one, { from: view.from - 50, to: view.to + 50 }, view);
        const { all } = countLanes(asked, groups, one, edges);
        const long = given.filter((event) => daysOf(event) > one.days && touching(event, view.from, view.to));
        expect(longIn(all, binsIn(edges, view))).toBe(long.length);
      }),
    );
  });
});

describe('stretches', () => {
  it('bring every event that touches the view, one by one, where they are few', () => {
    fc.assert(
      fc.property(events, ownFilters, anySpan, laneBy, changes, (given, filters, view, by, change) => {
        const { index, list } = held(given, change);
        const lanes = lanesAsked(askedOf(index, filters, null), by);
        const stretch = stretchOf(lanes, { view, bins: 60 });
        if (stretch.kind !== 'events') throw new Error('Few events must come one by one');
        const passing = list.filter(([, event]) => passes(event, filters));
        const here = passing.filter(([, event]) => touching(event, stretch.from, stretch.to));
        expect([...stretch.ids].sort((a, b) => a - b)).toEqual(here.map(([id]) => id));
        expect(stretch.from <= view.from && stretch.to >= view.to).toBe(true);
        expect(stretch.earlier).toBe(passing.filter(([, event]) => endOf(event) < stretch.from).length);
        expect(stretch.later).toBe(passing.filter(([, event]) => startOf(event) >= stretch.to).length);
        const keys = lanes.heads.map(({ key }) => key);
        stretch.beyond.forEach(([earlier, later], lane) => {
          const starts = passing
            .filter(([, event]) => inLane(event, by, keys[lane]!, keys))
            .map(([, event]) => startOf(event));
          expect(earlier).toBe(
            starts.reduce<number | null>(
              (a, day) => (day < stretch.from ? Math.max(a ?? day, day) : a),
              null,
            ),
          );
          expect(later).toBe(
            starts.reduce<number | null>((a, day) => (day >= stretch.to ? Math.min(a ?? day, day) : a), null),
          );
        });
      }),
    );
  });

  it('are counts where there are more, with margins, and exact for the view itself', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => ({
      id: i + 1,
      start: FIRST + ((i * 7) % 1000),
      end: FIRST + ((i * 7) % 1000) + (i % 10 === 0 ? 45 : 0),
      place: 5,
      type: i % 3,
      pillarMask: 1 + (i % 15),
      confidence: 0,
      dating: i % 3,
      set: sets[0]!.number,
      killed: 0,
    }));
    const lanes = lanesAsked(askedOf(buildIndex(columnsOfRows(rows), sets), noFilters, null), 'type');
    const view = { from: FIRST + 250, to: FIRST + 700 };
    const stretch = stretchOf(lanes, { view, bins: 60 });
    if (stretch.kind !== 'bins') throw new Error('Many events must come as counts');
    expect(stretch.from).toBeLessThan(view.from - 200);
    expect(stretch.to).toBeGreaterThan(view.to + 200);
    expect(stretch.earlier).toBe(rows.filter(({ end }) => end < view.from).length);
    expect(stretch.later).toBe(rows.filter(({ start }) => start >= view.to).length);
    const inside = rows.filter(({ start, end }) => start < view.to && end >= view.from).length;
    expect(stretch.earlier + inside + stretch.later).toBe(3000);
    expect(answers(stretch, { view, bins: 60 })).toBe(true);
    expect(answers(stretch, { view: { ...view, to: view.to + 1 }, bins: 60 })).toBe(false);
    const whole = wholeOf(lanes, { view: { from: FIRST, to: FIRST + 1100 }, bins: 60 });
    expect(whole.all.count.reduce((a, b) => a + b, 0) + whole.all.starts.reduce((a, b) => a + b, 0)).toBe(
      3000,
    );
  });

  it('list the ids of events in any days, and count as many', () => {
    fc.assert(
      fc.property(events, ownFilters, anySpan, changes, (given, filters, { from, to }, change) => {
        const { index, list } = held(given, change);
        const asked = askedOf(index, filters, null);
        const here = list.filter(([, event]) => passes(event, filters) && touching(event, from, to));
        expect(idsTouching(asked, from, to - 1).sort((a, b) => a - b)).toEqual(here.map(([id]) => id));
        expect(countTouching(asked, from, to - 1)).toBe(here.length);
      }),
    );
  });
});

describe('edges of bins', () => {
  it('divide the stretch without a gap, hold the ends of the view, and leave no bin in view narrower than a step', () => {
    fc.assert(
      fc.property(anySpan, step, (view, one) => {
        const span = { from: view.from - 40, to: view.to + 3 };
        const edges = edgesOf(one, span, view);
        expect(edges[0]).toBe(span.from);
        expect(edges.at(-1)).toBe(span.to);
        expect(edges).toContain(view.from);
        expect(edges).toContain(view.to);
        edges.slice(1).forEach((edge, i) => {
          expect(edge).toBeGreaterThan(edges[i]!);
          if (edges[i]! >= view.from && edge <= view.to && view.to - view.from >= one.days)
            expect(edge - edges[i]!).toBeGreaterThanOrEqual(one.days);
        });
      }),
    );
  });

  it('are bounded, whatever the screen', () => {
    expect(binsAcross(1e6)).toBe(MAX_BINS);
    expect(binsAcross(0)).toBe(1);
    expect(FEW_EVENTS * 150).toBeLessThanOrEqual(150_000);
  });
});
