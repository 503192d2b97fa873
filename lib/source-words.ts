import type { Facets } from './facets';
import type { Filters } from './filters';
import { listed } from './listed';
import { countOf } from './numbers';

/** For figures on a page, where the events are a click away. */
export const RECORD_SOURCE = 'Source: events of this record, each with its sources';

/** Which sets the events in view come from, for a picture that stands alone: "Nine articles of 2020 (204 events)". */
export function sourceWords({ set }: Pick<Facets, 'set'>, filters: Pick<Filters, 'set'>): string {
  // A facet counts what the other filters leave; sets that are not chosen give the picture nothing.
  const shown = set.filter(
    ({ value, count }) => count > 0 && (filters.set.length === 0 || filters.set.includes(value)),
  );
  if (shown.length === 0) return `${RECORD_SOURCE}.`;
  return `Source: ${listed(shown.map(({ label, count }) => `${label} (${countOf(count, 'event')})`))}.`;
}
