import { Drawing } from '@/app/_timeline/drawing';
import { legendKeys } from '@/app/_timeline/legend';
import { spanWords } from '@/lib/count-words';
import { countOf } from '@/lib/numbers';
import { dayNumber, type Day } from '@/lib/days';
import { placeName } from '@/lib/places';
import { overlayWords, type Overlay } from '@/lib/overlay';
import type { LaneBy, LockdownBand, View } from '@/lib/timeline';
import { NOMINAL_WIDTH, type TimelineEvents } from '@/lib/timeline-layout';
import { eventData, layoutOf } from '@/lib/timeline-source';
import { spanOf } from '@/lib/timeline-view';
import type { ChartPicture } from './picture';

interface Data {
  events: TimelineEvents;
  bands: readonly LockdownBand[];
  overlay: Overlay;
  extent: View;
  today: Day;
  laneBy: LaneBy;
}

/** The timeline for a picture file, over the dates of `view`; `total` events pass the filters. */
export function timelinePicture(
  { events, laneBy, overlay, ...data }: Data,
  view: View,
  total: number,
): ChartPicture {
  const layout = layoutOf({ ...data, ...eventData(events, placeName), laneBy, compact: false });
  const scene = layout.draw(spanOf(view), NOMINAL_WIDTH);
  const by = laneBy === 'region' ? 'place' : laneBy;
  return {
    title: `Timeline by ${by}, ${spanWords({ from: dayNumber(view.from), to: dayNumber(view.to) })}`,
    subtitle:
      'Each mark is an event at its date; bars run over the span within which something happened, or through which it lasted',
    keys: legendKeys({ several: laneBy !== 'pillar', banded: data.bands.length > 0 ? overlay.kind : 'none' }),
    width: scene.width,
    height: scene.height,
    note: [
      `${countOf(total, 'event')} in all.`,
      overlay.kind === 'events' && data.bands.length > 0 && `Over it: ${overlayWords(overlay)}.`,
      laneBy === 'pillar' && 'An event with two pillars stands in two lanes.',
    ]
      .filter(Boolean)
      .join(' '),
    drawing: <Drawing scene={scene} ids="picture" />,
  };
}
