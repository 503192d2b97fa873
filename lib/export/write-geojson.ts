import type { EventWriter, ExportContext, ExportEvent } from './export-event';
import { eventJson, fileJson } from './event-json';

/** RFC 7946, 11.2: six decimals are about 10 centimetres. */
const rounded = (degrees: number): number => Number(degrees.toFixed(6));

/** The draft "when" of github.com/sgillies/geojson-events, which readers of plain GeoJSON pass over. */
function whenOf({ startsOn, endsOn }: ExportEvent) {
  return startsOn === endsOn
    ? { type: 'Instant', at: startsOn }
    : { type: 'Interval', start: startsOn, end: endsOn };
}

function featureOf(event: ExportEvent, context: ExportContext) {
  const { latitude, longitude } = event;
  return {
    type: 'Feature',
    id: event.slug,
    geometry:
      latitude === null || longitude === null
        ? null
        : { type: 'Point', coordinates: [rounded(longitude), rounded(latitude)] },
    when: whenOf(event),
    properties: eventJson(event, context),
  };
}

/** A FeatureCollection by RFC 7946: longitude before latitude, no geometry where the position is not known. */
export const writeGeojson: EventWriter = async function* (events, context) {
  yield `{"type":"FeatureCollection",\n"about":${JSON.stringify(fileJson(context))},\n"features":[`;
  let first = true;
  for await (const event of events) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(featureOf(event, context))}`;
    first = false;
  }
  yield '\n]}\n';
};
