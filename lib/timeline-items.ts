import { dayFromNumber } from './days';
import { MARK, PITCH, type Heap } from './timeline-lane-drawing';
import type { LaneScene, Scene } from './timeline-layout';
import { eventAt, type TimelineColumns } from './timeline-columns';
import { overItems } from './timeline-over-items';
import { viewOf, within } from './timeline-view';
import { countOf, formatCount } from './numbers';
import { eventWords, viewWords } from './timeline-words';
import type { Span, View } from './timeline';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Something on the timeline that can be pointed at, focused and opened. Boxes are from the top left of the scene. */
export interface Item {
  /** Unique within its lane, and the same wherever the view lies. */
  key: string;
  /** Position of its lane. */
  lane: number;
  /** The day by which the items of a lane are in order. */
  day: number;
  /** What it looks like: for the focus ring and the nearest item to a pointer. */
  box: Box;
  /** Where a pointer hits it; larger than it looks where there is room. */
  target: Box;
  name: string;
  href: string;
  /** Position of the event in the columns; null for a count. */
  event: number | null;
  /** What to show instead of following the link, where that can be done in place. */
  zoom: View | null;
  /** What is said of it, where it is no event of a lane: a band, or a note. */
  card?: { title: string; facts: string[] };
}

/** How links are made; given by the page, which knows the filters. */
export interface ItemLinks {
  event(slug: string): string;
  view(view: View): string;
  /** The table of a lane's events within a view. */
  table(lane: string, view: View): string;
}

/** WCAG 2.2, 2.5.8: the least size of a target. */
const TARGET = 24;

interface Context {
  scene: Scene;
  columns: TimelineColumns;
  bounds: Span;
  links: ItemLinks;
}

function eventItems({ scene, columns, links }: Context, lane: LaneScene, at: number): Item[] {
  const titles = new Map(lane.titles.map((label) => [label.event, label.x + label.width]));
  const cell = Math.min(TARGET, Math.max(PITCH, scene.step.days * scene.scale.pixelsPerDay));
  const item = (event: number, box: Box, target: Box, kind: string): Item => ({
    key: `${kind}${columns.slug[event]}`,
    lane: at,
    day: columns.start[event]!,
    box,
    target: { ...target, width: Math.max(target.width, (titles.get(event) ?? 0) - target.x) },
    name: eventWords(eventAt(columns, event)),
    href: links.event(columns.slug[event]!),
    event,
    zoom: null,
  });
  const marks = lane.marks.map(({ event, x, y }, i) => {
    const next = lane.marks[i + 1];
    const highest = next === undefined || next.x !== x;
    const top = lane.y + y - (highest ? TARGET - PITCH / 2 : PITCH / 2);
    const box = { x: x - MARK, y: lane.y + y - MARK, width: 2 * MARK, height: 2 * MARK };
    return item(
      event,
      box,
      { x: x - cell / 2, y: top, width: cell, height: lane.y + y + PITCH / 2 - top },
      '',
    );
  });
  const bars = lane.bars.map(({ event, x, y, width }) => {
    const box = { x, y: lane.y + y - MARK, width, height: 2 * MARK };
    return item(
      event,
      box,
      { x, y: lane.y + y - PITCH / 2, width: Math.max(width, TARGET), height: PITCH },
      '',
    );
  });
  return [...marks, ...bars];
}

function heapItem({ bounds, links }: Context, lane: LaneScene, at: number, heap: Heap): Item {
  const days = { from: dayFromNumber(heap.from), to: dayFromNumber(heap.to - 1) };
  // A single day can't be spread further: its events are read in the table.
  const zoom = heap.to - heap.from > 1 ? viewOf(within(heap, bounds)) : null;
  const box = { x: heap.x, y: lane.y + heap.y, width: heap.width, height: heap.height };
  const target = { ...box, y: box.y - PITCH, height: box.height + PITCH };
  const reported = heap.reported > 0 ? `, ${formatCount(heap.reported)} dated only by report` : '';
  return {
    key: `heap${heap.from}`,
    lane: at,
    day: heap.from,
    box,
    target,
    name: `${countOf(heap.count, 'event')}, ${viewWords(days)}${reported}: ${zoom ? 'zoom in' : 'show as table'}`,
    href: zoom ? links.view(zoom) : links.table(lane.lane.key, days),
    event: null,
    zoom,
  };
}

function moreItem({ scene, links }: Context, lane: LaneScene, at: number): Item {
  const view = viewOf(scene.scale);
  const box = { x: scene.scale.left, y: lane.y + lane.more.y - PITCH / 2, width: TARGET * 3, height: PITCH };
  return {
    key: 'more',
    lane: at,
    day: scene.scale.to,
    box,
    target: box,
    name: `${countOf(lane.more.count, 'more event')} with long spans in ${viewWords(view)}: show as table`,
    href: links.table(lane.lane.key, view),
    event: null,
    zoom: null,
  };
}

/** The items of every lane, each in order of time; after the lanes those of what lies over them, where something does. */
export function itemsOf(scene: Scene, columns: TimelineColumns, bounds: Span, links: ItemLinks): Item[][] {
  const context = { scene, columns, bounds, links };
  const lanes = scene.lanes.map((lane, at) => {
    const items = [
      ...eventItems(context, lane, at),
      ...lane.heaps.map((heap) => heapItem(context, lane, at, heap)),
    ];
    if (lane.more.count > 0) items.push(moreItem(context, lane, at));
    return items.sort((a, b) => a.day - b.day || a.box.x - b.box.x || b.box.y - a.box.y);
  });
  const over = overItems(scene, lanes.length, bounds, links);
  return over.length > 0 ? [...lanes, over] : lanes;
}

const distance = ({ x, y, width, height }: Box, px: number, py: number): number =>
  Math.hypot(Math.max(x - px, 0, px - x - width), Math.max(y - py, 0, py - y - height));

/** The item nearest to a point, if one is near enough to be meant. */
export function nearestItem(
  items: readonly (readonly Item[])[],
  x: number,
  y: number,
  reach = TARGET / 2,
): Item | null {
  let found: Item | null = null;
  let least = reach;
  for (const lane of items) {
    for (const item of lane) {
      const away = Math.min(distance(item.box, x, y), distance(item.target, x, y) + MARK);
      if (away < least) [found, least] = [item, away];
    }
  }
  return found;
}
