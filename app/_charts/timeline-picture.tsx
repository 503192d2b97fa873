import { Drawing } from '@/app/_timeline/drawing';
import { legendKeys } from '@/app/_timeline/legend';
import type { Around } from '@/app/_http/explore-data';
import { editorNotes } from '@/lib/annotations/note-words';
import { spanWords } from '@/lib/count-words';
import { countOf } from '@/lib/numbers';
import { dayNumber, type Day } from '@/lib/days';
import { placeName } from '@/lib/places';
import { overlayWords } from '@/lib/overlay';
import type { LaneBy, View } from '@/lib/timeline';
import { NOMINAL_WIDTH, type TimelineEvents } from '@/lib/timeline-layout';
import { eventData, layoutOf } from '@/lib/timeline-source';
import { spanOf } from '@/lib/timeline-view';
import { belowWords } from './below-panel';
import type { ChartPicture } from './picture';

interface Data {
  events: TimelineEvents;
  over: Around;
  extent: View;
  today: Day;
  laneBy: LaneBy;
}

/** The timeline for a picture file, over the dates of `view`; `total` events pass the filters. */
export function timelinePicture(
  { events, laneBy, over, ...data }: Data,
  view: View,
  total: number,
): ChartPicture {
  const { overlay, annotations } = over;
  const { bands } = over.marks;
  const pinned = editorNotes(annotations);
  const below = over.below.chosen?.measure ?? null;
  const given = { ...data, bands, laneBy, pinned, below, compact: false };
  const layout = layoutOf({ ...given, ...eventData(events, placeName) });
  const scene = layout.draw(spanOf(view), NOMINAL_WIDTH);
  const by = laneBy === 'region' ? 'place' : laneBy;
  return {
    title: `Timeline by ${by}, ${spanWords({ from: dayNumber(view.from), to: dayNumber(view.to) })}`,
    subtitle:
      'Each mark is an event at its date; bars run over the span within which something happened, or through which it lasted',
    keys: legendKeys({ several: laneBy !== 'pillar', banded: bands.length > 0 ? overlay.kind : 'none' }),
    width: scene.width,
    height: scene.height,
    note: [
      `${countOf(total, 'event')} in all.`,
      overlay.kind === 'events' && bands.length > 0 && `Over it: ${overlayWords(overlay)}.`,
      laneBy === 'pillar' && 'An event with two pillars stands in two lanes.',
      laneBy === 'region' && 'A lane holds the events of that place alone, not those of places in it.',
      ...scene.pins.map(({ note: { number, words } }) => `(${number}) ${words}.`),
      below && belowWords(below),
    ]
      .filter(Boolean)
      .join(' '),
    drawing: <Drawing scene={scene} ids="picture" />,
  };
}
