import { IdSet } from './id-set';
import { buildBase } from './build-base';
import { columnsFrom, rowAt, type IndexBase } from './index-base';
import { copyRow, emptyColumns, putRow, type IndexColumns, type IndexRow } from './index-columns';
import type { SourceSet } from './source-sets';

/**
 * Published events for counting (lib/count-facets.ts). Immutable by convention: a change makes a new index, so a request
 * that holds one sees one state of the record throughout. Changes are kept beside the base, as rows to add and rows to
 * take away, until there are enough to build it anew: counts are sums, so that is exact, and an edit costs no more than
 * finding the event.
 */
export interface EventIndex {
  readonly size: number;
  readonly base: IndexBase;
  /** Rows that are not in the base, by id. */
  readonly added: ReadonlyMap<number, IndexRow>;
  /** Rows of the base that are gone, or are among the added now, by id. */
  readonly removed: ReadonlyMap<number, IndexRow>;
  readonly sets: readonly SourceSet[];
}

/** More changes than these cost a question more than building the base anew costs once. */
const MOST_CHANGES = 2_000;

/** Builds the index of these events, which may come in any order; each id occurs once. */
export function buildIndex(columns: IndexColumns, sets: readonly SourceSet[]): EventIndex {
  return { size: columns.size, base: buildBase(columns), added: new Map(), removed: new Map(), sets };
}

/** Rows of the base with these ids, by id. */
function baseRows(base: IndexBase, ids: ReadonlySet<number>): Map<number, IndexRow> {
  const wanted = IdSet.of(ids);
  const found = new Map<number, IndexRow>();
  for (let at = 0; at < base.size && found.size < ids.size; at++)
    if (wanted.has(base.id[at]!)) found.set(base.id[at]!, rowAt(base, at));
  return found;
}

/** Every event of the index as columns, in no order. */
export function columnsOf({ base, added, removed, size }: EventIndex): IndexColumns {
  const held = columnsFrom(base);
  const columns = emptyColumns(size);
  let to = 0;
  for (let at = 0; at < base.size; at++) if (!removed.has(held.id[at]!)) copyRow(held, at, columns, to++);
  for (const row of added.values()) putRow(columns, to++, row);
  return columns;
}

/** The index after the events `gone` left it and `rows` came in or replaced theirs. `sets` are those of the record now. */
export function withChanges(
  index: EventIndex,
  gone: ReadonlySet<number>,
  rows: readonly IndexRow[],
  sets: readonly SourceSet[] = index.sets,
): EventIndex {
  const touched = new Set([...gone, ...rows.map(({ id }) => id)]);
  const removed = new Map([
    ...index.removed,
    ...baseRows(index.base, new Set([...touched].filter((id) => !index.removed.has(id)))),
  ]);
  const added = new Map([...index.added].filter(([id]) => !touched.has(id)));
  for (const row of rows) added.set(row.id, row);
  const changed = {
    base: index.base,
    added,
    removed,
    sets,
    size: index.base.size - removed.size + added.size,
  };
  return added.size + removed.size > MOST_CHANGES ? buildIndex(columnsOf(changed), sets) : changed;
}
