import { spanProblem } from '@/lib/date-words';
import type { EventInput } from '@/lib/event';

const within = (text: string, most: number): boolean =>
  text !== '' && text.length <= most && text === text.trim();
const between = (number: number | null, most: number): boolean =>
  number === null || (number >= -most && number <= most);
const MOST_MEASURED = 1e15;

/** Addresses repeat from row to row, above all the data set's own. */
let lastUrl: { url: string; good: boolean } = { url: '', good: false };
function goodUrl(url: string | null): boolean {
  if (url === null) return true;
  if (url !== lastUrl.url)
    lastUrl = { url, good: /^https?:\/\/\S+$/.test(url) && url.length <= 2000 && URL.canParse(url) };
  return lastUrl.good;
}

/**
 * True where an event that the mapper made of a row is certain to pass `eventSchema` unchanged: it checks what a file or a
 * mapping can get wrong, and leaves what the mapper makes by itself (codes, slug, tags, days). False says only that the
 * schema has to be asked. Held against the schema as a property in tests/unit/import-map.test.ts.
 */
export function isSure(event: EventInput): boolean {
  const [source] = event.sources;
  return (
    within(event.title, 90) &&
    within(event.summary, 1000) &&
    (event.locality === null || within(event.locality, 120)) &&
    between(event.latitude, 90) &&
    between(event.longitude, 180) &&
    (event.latitude === null) === (event.longitude === null) &&
    event.measures.every(({ value, unit }) => between(value, MOST_MEASURED) && within(unit, 60)) &&
    event.actors.every(({ name }) => within(name, 120)) &&
    source !== undefined &&
    within(source.title, 300) &&
    (source.publisher === null || within(source.publisher, 200)) &&
    goodUrl(source.url) &&
    spanProblem(event) === null
  );
}
