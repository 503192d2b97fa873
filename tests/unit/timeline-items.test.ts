import { describe, expect, it } from 'vitest';
import { dayFromNumber, dayNumber } from '@/lib/days';
import type { LockdownBand, TimelineEvent } from '@/lib/timeline';
import { eventAt, packEvents } from '@/lib/timeline-columns';
import { displayOf } from '@/lib/timeline-display';
import { itemsOf, nearestItem } from '@/lib/timeline-items';
import { answerKey } from '@/lib/timeline-keys';
import { TimelineLayout } from '@/lib/timeline-layout';
import { hrefTo, linksOf } from '@/lib/timeline-links';
import { monthsOf } from '@/lib/timeline-months';
import { bandAt } from '@/lib/timeline-over-items';
import { spanOf } from '@/lib/timeline-view';

const event = (slug: string, startsOn: string, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id: 0,
  slug,
  title: `Title of ${slug}`,
  startsOn,
  endsOn: startsOn,
  precision: 'day',
  pillars: ['pursue'],
  type: 'attack',
  region: 'GB',
  ...more,
});
/** One event, one of two pillars over a span, and twelve on one day, of which five are known by report only. */
const events = [
  event('reading', '2020-06-20', { title: 'Stabbing attack in Reading', pillars: ['pursue', 'prepare'] }),
  event('masks', '2020-03-01', { endsOn: '2020-03-31', precision: 'month', pillars: ['prepare'] }),
  ...Array.from({ length: 12 }, (_, i) =>
    event(`crowd-${i}`, '2020-04-22', { pillars: ['prevent'], precision: i < 5 ? 'reported' : 'day' }),
  ),
  event('old', '1995-04-19', { pillars: ['prevent'] }),
];
const columns = packEvents(events, (code) => `Place ${code}`);
const extent = { from: '1995-04-19', to: '2020-06-20' };
const layout = new TimelineLayout({
  columns,
  bands: [],
  laneBy: 'pillar',
  today: '2020-09-20',
  extent,
  compact: false,
});
const bounds = spanOf({ from: '1995-01-01', to: '2020-12-31' });
const links = linksOf('pillar=prevent&lanes=pillar', 'region=GB', 'pillar');
const at = (from: string, to: string) => {
  const scene = layout.draw(spanOf({ from, to }), 960);
  return { scene, items: itemsOf(scene, columns, bounds, links) };
};
const [PREVENT, PURSUE, PREPARE] = [0, 1, 3];

describe('items of the timeline', () => {
  const { items } = at('2020-01-01', '2020-10-31');

  it('are links with a full name', () => {
    expect(items[PURSUE]!.map(({ name, href }) => [name, href])).toEqual([
      ['Stabbing attack in Reading, 20 June 2020, Pursue and Prepare', '/events/reading'],
    ]);
    expect(items[PREPARE]!.map(({ key }) => key)).toEqual(['masks', 'reading']);
  });

  it('open a heap by a zoom that a link does as well, and say how it is dated', () => {
    const [heap] = items[PREVENT]!;
    expect(heap!.name).toBe('12 events, 20 April 2020 to 26 April 2020, 5 dated only by report: zoom in');
    expect(heap!.zoom).toEqual({ from: '2020-04-20', to: '2020-04-26' });
    expect(heap!.href).toBe('?pillar=prevent&lanes=pillar&view=2020-04-20..2020-04-26');
  });

  it('leave a heap of a single day to the table, with the lane as a filter', () => {
    const [heap] = at('2020-04-20', '2020-04-26').items[PREVENT]!;
    expect(heap).toMatchObject({
      zoom: null,
      href: '/events?region=GB&from=2020-04-22&to=2020-04-22&pillar=prevent',
    });
  });

  it('are hit by whatever is nearest, within reach', () => {
    for (const lane of items)
      for (const item of lane) expect(nearestItem(items, item.box.x + 4, item.box.y + 4)).toBe(item);
    const { box } = items[PURSUE]![0]!;
    expect(nearestItem(items, box.x - 8, box.y)?.key).toBe('reading');
    expect(nearestItem(items, box.x - 60, box.y)).toBeNull();
  });

  it('have targets of 24 pixels where nothing else is near', () => {
    const { target } = at('2020-06-15', '2020-06-25').items[PURSUE]![0]!;
    expect(Math.min(target.width, target.height)).toBeGreaterThanOrEqual(24);
  });
});

describe('what lies over the lanes', () => {
  const band: LockdownBand = {
    slug: 'at-home',
    title: 'At home in England',
    region: 'GB-ENG',
    startsOn: '2020-03-23',
    endsOn: '2020-05-12',
    precision: 'day',
    definition: 'C6 at level 2 or above.',
    source: 'A tracker',
    reach: 'national',
  };
  const pinned = [{ number: 1, startsOn: '2020-06-01', endsOn: '2020-06-30', words: 'June 2020: a note' }];
  const below = {
    title: 'Referrals',
    words: 'a year',
    source: '',
    href: '',
    values: [
      { from: '2019-01-01', to: '2019-12-31', value: 4, break: false },
      { from: '2020-01-01', to: '2020-12-31', value: 8, break: false },
    ],
  };
  const over = new TimelineLayout({ ...layout.data, bands: [band], pinned, below });
  const scene = over.draw(spanOf({ from: '2020-01-01', to: '2020-10-31' }), 960);
  const items = itemsOf(scene, columns, bounds, links);
  const lying = items[scene.lanes.length]!;

  it('is a lane of its own that says of each what it is, by which definition and from where', () => {
    expect(lying.map(({ name, href }) => [name, href])).toEqual([
      [
        'At home in England, 23 March 2020 to 12 May 2020, national. C6 at level 2 or above. Source: A tracker.',
        '/events/at-home',
      ],
      ['Note 1, June 2020: a note: zoom to its days', expect.stringContaining('view=2020-05-02..2020-07-30')],
    ]);
    for (const item of lying) {
      expect(nearestItem(items, item.box.x + 4, item.box.y + 4)).toBe(item);
      expect(Math.min(item.target.width, item.target.height)).toBeGreaterThanOrEqual(24);
    }
    expect(answerKey('ArrowDown', items, items[PREPARE]![0]!)).toEqual({ do: 'focus', item: lying[0] });
    expect(over.eventBeyond(scene.lanes.length, 1, null)).toBeNull();
  });

  it('is found on its ground among the lanes too, and nowhere else', () => {
    const { x, width } = scene.bands[0]!;
    expect(bandAt(items, scene, x + width / 2, scene.top + 5)).toBe(lying[0]);
    expect(bandAt(items, scene, x - 2, scene.top + 5)).toBeNull();
    expect(bandAt(items, scene, x + width / 2, scene.bottom + 5)).toBeNull();
  });

  it('is drawn with its numbers, and the measure below on the same days', () => {
    const ops = displayOf(scene);
    expect(ops).toContainEqual(expect.objectContaining({ kind: 'text', text: '1', x: scene.pins[0]!.x }));
    expect(ops).toContainEqual(expect.objectContaining({ kind: 'text', text: 'Referrals (a year)' }));
    expect(scene.below!.top).toBeGreaterThan(scene.bottom);
    // A year is cut by the view; the year before, which lies outside, is joined to it by the part of a line that lies inside.
    const { left, right } = scene.scale;
    const drawn = ops.filter((op) => op.paint.colour === '#12436d' && op.kind === 'line');
    expect(drawn).toHaveLength(1);
    const xs = [...(drawn[0] as { d: string }).d.matchAll(/[ML](-?[\d.]+)/g)].map((found) =>
      Number(found[1]),
    );
    expect(Math.min(...xs)).toBeCloseTo(left, 0);
    expect(Math.max(...xs)).toBeLessThan(right);
  });
});

describe('keys of the timeline', () => {
  const { items } = at('2020-01-01', '2020-10-31');
  const [masks, reading] = items[PREPARE]!;

  it('go along a lane, and beyond the view at its ends', () => {
    expect(answerKey('ArrowRight', items, masks!)).toEqual({ do: 'focus', item: reading });
    expect(answerKey('ArrowLeft', items, reading!)).toEqual({ do: 'focus', item: masks });
    expect(answerKey('ArrowRight', items, reading!)).toEqual({ do: 'beyond', direction: 1 });
  });

  it('go to the nearest event of the next lane that has any', () => {
    expect(answerKey('ArrowUp', items, reading!)).toEqual({ do: 'focus', item: items[PURSUE]![0] });
    expect(answerKey('ArrowDown', items, reading!)).toBeNull();
  });

  it('zoom from anywhere, and leave all other keys to the browser', () => {
    expect(answerKey('+', items, null)).toEqual({ do: 'zoom', factor: 0.5 });
    for (const key of ['Tab', 'a', 'PageDown', ' ', 'Escape'])
      expect(answerKey(key, items, reading!)).toBeNull();
  });

  it('find the events beyond the view', () => {
    const view = spanOf({ from: '2020-01-01', to: '2020-10-31' });
    expect(layout.eventBeyond(PREVENT, -1, view)).toBe(dayNumber('1995-04-19'));
    expect(layout.eventBeyond(PREVENT, 1, view)).toBeNull();
    expect(layout.eventBeyond(PREVENT, 1, null)).toBe(dayNumber('2020-04-22'));
    expect(layout.eventBeyond(PREVENT, -1, null)).toBe(dayNumber('1995-04-19'));
  });
});

describe('the list by month', () => {
  it('holds each event that begins in the view once', () => {
    const groups = monthsOf(columns, { from: '2020-01-01', to: '2020-12-31' });
    expect(groups.map(({ title, events: found }) => [title, found.length])).toEqual([
      ['March 2020', 1],
      ['April 2020', 12],
      ['June 2020', 1],
    ]);
  });

  it('goes by year where there are too many months', () => {
    const many = packEvents(
      Array.from({ length: 40 }, (_, i) => event(`e${i}`, dayFromNumber(dayNumber('2015-01-15') + i * 31))),
      String,
    );
    const groups = monthsOf(many, { from: '2010-01-01', to: '2020-12-31' });
    expect(groups.map(({ title }) => title)).toEqual(['2015', '2016', '2017', '2018']);
    expect(groups.flatMap(({ events: found }) => found)).toHaveLength(40);
  });
});

describe('columns for the browser', () => {
  it('give back what was packed', () => {
    const slugs = new Map(events.map((one) => [one.slug, one]));
    columns.slug.forEach((slug, i) => {
      const { id: _, region, ...rest } = slugs.get(slug)!;
      expect(eventAt(columns, i)).toEqual({ ...rest, placeName: `Place ${region}` });
    });
  });

  it('stand in order of the first day, the longest first', () => {
    const starts = columns.start.map((start, i) => [start, -columns.end[i]!]);
    expect(starts).toEqual([...starts].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!));
  });
});

describe('links to other pages', () => {
  it('keep the filters and need no question mark without any', () => {
    expect(hrefTo('/events', '', {})).toBe('/events');
    expect(hrefTo('/events', 'pillar=prevent&pillar=pursue', { from: '2020-03-23' })).toBe(
      '/events?pillar=prevent&pillar=pursue&from=2020-03-23',
    );
  });

  it('do not take the lane of other places for a filter', () => {
    expect(linksOf('', '', 'region').table('other', { from: '2020-04-01', to: '2020-04-30' })).toBe(
      '/events?from=2020-04-01&to=2020-04-30',
    );
  });
});
