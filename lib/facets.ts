import type { YearCount } from './bulk-years';
import type { FacetCounts } from './facet-counts';

/** An option of a filter whose values only the database knows. */
export interface NamedCount {
  value: string;
  label: string;
  /** Null where it was not counted. */
  count: number | null;
}

/** The filters whose options only the database knows. */
export const namedFilters = ['actor', 'origin', 'article'] as const;
export type NamedFilter = (typeof namedFilters)[number];

/** The filters whose options a page is asked to count, however large the record: `?show=actor`. */
export function shownIn(query: Record<string, string | string[] | undefined>): NamedFilter[] {
  const asked = [query.show].flat();
  return namedFilters.filter((name) => asked.includes(name));
}

export interface NamedFacets extends Record<NamedFilter, NamedCount[]> {
  /** Those that were not counted: only their chosen values are there. */
  uncounted: readonly NamedFilter[];
}

/** Everything that the filter panel and the charts count, for one question. */
export interface Facets extends Omit<FacetCounts, 'set'>, NamedFacets {
  set: { value: string; label: string; count: number; reference: boolean }[];
  /** People killed, as the sources of the events that pass count them. */
  killed: number;
  /** Events of the whole record by place (position in lib/places), whatever the filters: which places to offer. */
  present: Uint32Array;
  /** First start and last end of the whole record, as day numbers; null where it is empty. */
  extent: { from: number; to: number } | null;
  /** Events that pass by the calendar year in which they start, or in which the dates chosen do, in order. */
  years: YearCount[];
  /** Of the dataset, for the ETag. */
  revision: number;
}
