import { escape, op, table } from 'arquero';
import type { Filters } from '@/lib/filters';
import type { IndexColumns } from '@/lib/index-columns';
import { answerOfRaw, emptyRaw, MASKS, type Raw } from './answer';
import type { Engine } from './engine';
import { askedOf, facetColumns, narrowOf, type Asked, type FacetColumn } from './narrow';

type Row = Record<string, number>;

/** True for rows that pass all filters but one; the tables of values are made once a question. */
function testOf({ from, to, pass }: Asked, except?: FacetColumn): ((row: Row) => boolean) | null {
  const tests: ((row: Row) => boolean)[] = [];
  if (to !== null) tests.push((row) => row.start! <= to);
  if (from !== null) tests.push((row) => row.end! >= from);
  for (const [column, values] of Object.entries(pass)) {
    if (values === null || column === except) continue;
    const set = new Set(values);
    tests.push((row) => set.has(row[column]!));
  }
  return tests.length === 0 ? null : (row) => tests.every((test) => test(row));
}

/** arquero over the same typed arrays: one filter and one grouped count a facet; those without a filter share theirs. */
export function arqueroEngine(columns: IndexColumns): Engine {
  const narrow = narrowOf(columns);
  const { size: _size, ...names } = narrow;
  const cells = Uint16Array.from(narrow.month, (month, i) => month * MASKS + narrow.mask[i]!);
  const all = table({ ...names, cell: cells });
  const filtered = (test: ((row: Row) => boolean) | null) => (test ? all.filter(escape(test)) : all);
  const count = (rows: typeof all, column: string, into: Uint32Array): void => {
    const counted = rows.groupby(column).rollup({ n: op.count() });
    for (const row of counted.objects() as { [name: string]: number }[]) into[row[column]!] = row.n!;
  };
  function ask(filters: Filters): Raw {
    const asked = askedOf(filters);
    const raw = emptyRaw();
    const passing = filtered(testOf(asked));
    count(passing, 'cell', raw.months);
    for (const column of facetColumns) {
      const rows = asked.pass[column] === null ? passing : filtered(testOf(asked, column));
      count(rows, column, raw.facets[column]);
    }
    return raw;
  }
  return { ask, answer: (filters) => answerOfRaw(ask(filters), askedOf(filters)) };
}
