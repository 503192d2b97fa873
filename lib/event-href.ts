import type { Day } from './days';

/** The page of an event, as known on the day that the page which links to it is about. */
export function eventHref(slug: string, asOf: Day | null = null): string {
  return asOf === null ? `/events/${slug}` : `/events/${slug}?asOf=${asOf}`;
}
