import type { YearCount } from './bulk-years';
import type { FacetCounts } from './facet-counts';

/** An option of a filter whose values only the database knows. */
export interface NamedCount {
  value: string;
  label: string;
  count: number;
}

/** Everything that the filter panel and the charts count, for one question. */
export interface Facets extends Omit<FacetCounts, 'set'> {
  actor: NamedCount[];
  origin: NamedCount[];
  article: NamedCount[];
  set: (NamedCount & { reference: boolean })[];
  /** Events of the whole record by place (position in lib/places), whatever the filters: which places to offer. */
  present: Uint32Array;
  /** First start and last end of the whole record, as day numbers; null where it is empty. */
  extent: { from: number; to: number } | null;
  /** Events that pass by the calendar year in which they start, or in which the dates chosen do, in order. */
  years: YearCount[];
  /** Of the dataset, for the ETag. */
  revision: number;
}
