import crossfilter, { type Dimension } from 'crossfilter2';
import type { Filters } from '@/lib/filters';
import type { IndexColumns } from '@/lib/index-columns';
import { answerOfRaw, emptyRaw, MASKS, type Raw } from './answer';
import type { Engine } from './engine';
import { askedOf, facetColumns, narrowOf, type Asked } from './narrow';

/** crossfilter2, with row numbers for records, so that it holds no objects of ours. A question is a change from the one before. */
export function crossfilterEngine(columns: IndexColumns): Engine {
  const narrow = narrowOf(columns);
  const rows = crossfilter(Array.from({ length: narrow.size }, (_, i) => i));
  const by = (values: ArrayLike<number>): Dimension<number, number> => rows.dimension((i) => values[i]!);
  const start = by(narrow.start);
  const end = by(narrow.end);
  const filtered = (['source', ...facetColumns] as const).map((name) => ({
    name,
    dimension: by(narrow[name]),
  }));
  const groups = facetColumns.map((name) => ({
    name,
    group: filtered.find((one) => one.name === name)!.dimension.group<number, number>(),
  }));
  // A dimension of its own without a filter: its groups obey all the others.
  const months = rows.dimension((i) => narrow.month[i]! * MASKS + narrow.mask[i]!).group<number, number>();

  function setFilters({ from, to, pass }: Asked): void {
    if (to === null) start.filterAll();
    else start.filterRange([-Infinity, to + 1]);
    if (from === null) end.filterAll();
    else end.filterRange([from, Infinity]);
    for (const { name, dimension } of filtered) {
      const values = pass[name];
      if (values === null) dimension.filterAll();
      else if (values.length === 1) dimension.filterExact(values[0]!);
      else {
        const set = new Set(values);
        dimension.filterFunction((value) => set.has(value));
      }
    }
  }
  function ask(filters: Filters): Raw {
    setFilters(askedOf(filters));
    const raw = emptyRaw();
    for (const { key, value } of months.all()) raw.months[key] = value;
    for (const { name, group } of groups)
      for (const { key, value } of group.all()) raw.facets[name][key] = value;
    return raw;
  }
  return { ask, remembers: true, answer: (filters) => answerOfRaw(ask(filters), askedOf(filters)) };
}
