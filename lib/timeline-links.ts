import { eventHref } from './event-href';
import { viewToText } from './timeline-view';
import type { ItemLinks } from './timeline-items';
import type { LaneBy, View } from './timeline';

/** The query with some parameters replaced, as a link within the page; null takes one away. */
export function hereWith(query: string, change: Record<string, string | null>): string {
  const params = new URLSearchParams(query);
  for (const [key, value] of Object.entries(change)) {
    if (value === null) params.delete(key);
    else params.set(key, value);
  }
  return `?${params}`;
}

/** A link to the same page with another view. */
export const viewHref = (query: string, view: View): string => hereWith(query, { view: viewToText(view) });

/** A link to the table, or to another page that takes the filters, with some of them set. */
export function hrefTo(path: string, filterQuery: string, change: Record<string, string>): string {
  const query = hereWith(filterQuery, change);
  return query === '?' ? path : path + query;
}

/**
 * The links of a timeline. `query` is that of the page, which keeps whatever else stands in it; `filterQuery` is the
 * filters alone, for other pages.
 */
export function linksOf(query: string, filterQuery: string, laneBy: LaneBy): ItemLinks {
  return {
    event: (slug) => eventHref(slug, new URLSearchParams(filterQuery).get('asOf')),
    view: (view) => viewHref(query, view),
    table: (lane, view) =>
      hrefTo('/events', filterQuery, { ...view, ...(lane === 'other' ? {} : { [laneBy]: lane }) }),
  };
}
