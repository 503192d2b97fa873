import { bulkYears, calendarYears } from '@/lib/bulk-years';
import { countFacets } from '@/lib/count-facets';
import { dayNumber, today } from '@/lib/days';
import type { EventIndex } from '@/lib/event-index';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import { datings } from '@/lib/vocabulary';
import type { Stretch } from './outcome-days';

/**
 * The days of which a silence tells something: the years in which four in five events of the outcome's source sets start,
 * from the first to the last day that one of them names (a year that is named as such says nothing of its last day), as
 * far as the filter's own dates reach; not after today. Reference sets are taken only where the filter names them. Null
 * where there is no such day.
 */
export function observedDays(index: EventIndex, outcome: Filters): Stretch | null {
  const own = index.sets.filter(({ reference }) => !reference).map(({ key }) => key);
  const record = withFilters(noFilters, { set: outcome.set.length > 0 ? outcome.set : own });
  const named = countFacets(index, withFilters(record, { dated: ['exact', 'reported'] })).span;
  const span = named ?? countFacets(index, record).span;
  if (span === null) return null;
  const years = calendarYears(span.from, span.to);
  const { binTotals } = countFacets(index, record, { binStarts: years.map(({ start }) => start) });
  const counted = years.map(({ year }, y) => ({
    year,
    count: datings.reduce((sum, _, d) => sum + binTotals[y * datings.length + d]!, 0),
  }));
  const bulk = bulkYears(counted);
  const begins = (year: number): number => dayNumber(`${String(year).padStart(4, '0')}-01-01`);
  const from = outcome.from ? dayNumber(outcome.from) : bulk ? begins(bulk.from) : span.from;
  const to = outcome.to ? dayNumber(outcome.to) : bulk ? begins(bulk.to + 1) - 1 : span.to;
  const days = { from: Math.max(from, span.from), to: Math.min(to, span.to, dayNumber(today())) };
  return days.from <= days.to ? days : null;
}
