import type { EventInput } from '@/lib/event';
import type { Filters } from '@/lib/filters';
import { isWithin } from '@/lib/places';
import { datingOf } from '@/lib/vocabulary';

type Test = (event: EventInput, filters: Filters) => boolean;

/** The filters once more, one event at a time, as plainly as they can be said; words are left to PostgreSQL. */
const tests: Record<Exclude<keyof Filters, 'q'>, Test> = {
  from: (event, { from }) => event.endsOn >= from!,
  to: (event, { to }) => event.startsOn <= to!,
  pillar: (event, { pillar }) => event.pillars.some((one) => pillar.includes(one)),
  type: (event, { type }) => type.includes(event.type),
  region: (event, { region }) => region.some((code) => isWithin(event.region, code)),
  confidence: (event, { confidence }) => confidence.includes(event.confidence),
  dated: (event, { dated }) => dated.includes(datingOf(event.precision)),
  actor: (event, { actor }) => event.actors.some(({ name }) => actor.includes(name)),
  origin: (event, { origin }) =>
    event.origin !== null && origin.some((code) => isWithin(event.origin!, code)),
  article: (event, { article }) =>
    event.sources.some((source) => source.article !== null && article.includes(source.article)),
  set: (event, { set }) => set.includes(event.sourceSet),
  // Which record is asked, not which of its events.
  asOf: () => true,
};

/** True where the event is published and passes every filter but words and those in `except`. */
export function passes(event: EventInput, filters: Filters, ...except: (keyof Filters)[]): boolean {
  if (event.status !== 'published') return false;
  return Object.entries(tests).every(([key, test]) => {
    const value = filters[key as keyof Filters];
    const isSet = value !== null && value.length > 0;
    return !isSet || except.includes(key as keyof Filters) || test(event, filters);
  });
}

/** How many of each value there are. */
export function tally<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
