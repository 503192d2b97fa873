import { dayFromNumber, dayNumber } from './days';
import { overWords, whenWords } from './over-words';
import { BAND_ROW, bandLabelWidth, type BandDrawing } from './timeline-bands';
import type { Item, ItemLinks } from './timeline-items';
import type { Scene } from './timeline-layout';
import { pinY } from './timeline-pin-ops';
import { PIN_RADIUS, type Pin } from './timeline-pins';
import { spanOf, viewOf, within } from './timeline-view';
import type { Span } from './timeline';

/** Days shown before and after those of a note, when it is opened. */
const AROUND = 30;
/** How high a band without a label is to be pointed at, above the lanes. */
const EDGE = 6;

const bandKey = ({ band }: BandDrawing): string => `band${band.slug}`;

function bandItem(drawn: BandDrawing, scene: Scene, lane: number, links: ItemLinks): Item {
  const { band, x, width, row, labelX } = drawn;
  const box =
    row === null
      ? { x, y: scene.top - EDGE, width, height: EDGE }
      : { x: labelX - 2, y: row * BAND_ROW, width: bandLabelWidth(drawn) + 4, height: BAND_ROW - 2 };
  return {
    key: bandKey(drawn),
    lane,
    day: dayNumber(band.startsOn),
    box,
    target: box,
    name: overWords(band),
    href: links.event(band.slug),
    event: null,
    zoom: null,
    card: { title: band.title, facts: [whenWords(band), band.definition, `Source: ${band.source}`] },
  };
}

function pinItem(pin: Pin, scene: Scene, lane: number, bounds: Span, links: ItemLinks): Item {
  const { number, startsOn, endsOn, words } = pin.note;
  const days = {
    from: dayFromNumber(dayNumber(startsOn) - AROUND),
    to: dayFromNumber(dayNumber(endsOn) + AROUND),
  };
  const zoom = viewOf(within(spanOf(days), bounds));
  const box = {
    x: pin.x - PIN_RADIUS,
    y: pinY(scene, pin) - PIN_RADIUS,
    width: 2 * PIN_RADIUS,
    height: 2 * PIN_RADIUS,
  };
  return {
    key: `note${number}`,
    lane,
    day: dayNumber(startsOn),
    box,
    target: { x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6 },
    name: `Note ${number}, ${words}: zoom to its days`,
    href: links.view(zoom),
    event: null,
    zoom,
    card: { title: `Note ${number}`, facts: [words] },
  };
}

/** The bands and the notes over the lanes as items of a lane of their own, in order of time. */
export function overItems(scene: Scene, lane: number, bounds: Span, links: ItemLinks): Item[] {
  return [
    ...scene.bands.map((drawn) => bandItem(drawn, scene, lane, links)),
    ...scene.pins.map((pin) => pinItem(pin, scene, lane, bounds, links)),
  ].sort((a, b) => a.day - b.day || a.box.x - b.box.x);
}

/** The band over whose ground a point of the lanes lies, the one that began last; null where there is none. */
export function bandAt(
  items: readonly (readonly Item[])[],
  { bands, lanes, bottom }: Scene,
  x: number,
  y: number,
): Item | null {
  if (y > bottom) return null;
  const under = bands.findLast((band) => x >= band.x && x <= band.x + band.width);
  const key = under && bandKey(under);
  return items[lanes.length]?.find((item) => item.key === key) ?? null;
}
