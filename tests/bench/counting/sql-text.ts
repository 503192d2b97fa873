import { emptyRaw, MASKS, type Raw } from './answer';
import { facetColumns, type Asked, type FacetColumn } from './narrow';

/**
 * The questions in SQL that PostgreSQL and DuckDB both read, over a narrow table `facts`. Every statement gives rows of
 * facet, key and n: facet 0 is month and mask of what passes every filter, facet i the values of facet column i - 1.
 */
type Condition = FacetColumn | 'source' | 'day';

function conditionsOf({ from, to, pass }: Asked): Map<Condition, string> {
  const found = new Map<Condition, string>();
  const day = [to === null ? [] : `start_day <= ${to}`, from === null ? [] : `end_day >= ${from}`].flat();
  if (day.length > 0) found.set('day', day.join(' and '));
  for (const [column, values] of Object.entries(pass)) {
    if (values !== null) found.set(column as Condition, `${column} in (${values.join(', ')})`);
  }
  return found;
}

function whereBut(conditions: Map<Condition, string>, except?: FacetColumn): string {
  const kept = [...conditions]
    .filter(([column]) => column !== except)
    .map(([, condition]) => `(${condition})`);
  return kept.length > 0 ? `where ${kept.join(' and ')}` : '';
}

/** One aggregate a facet, each with the filters of the others, in one statement. */
export function facetByFacet(asked: Asked): string {
  const conditions = conditionsOf(asked);
  const months = `select 0 as facet, month * ${MASKS} + mask as key, count(*)::int as n from facts ${whereBut(conditions)} group by 2`;
  const rest = facetColumns
    // Without a filter of its own the pillar's counts are in the months already.
    .filter((column) => column !== 'mask' || conditions.has('mask'))
    .map(
      (column) =>
        `select ${facetColumns.indexOf(column) + 1}, ${column}, count(*)::int from facts ${whereBut(conditions, column)} group by 2`,
    );
  return [months, ...rest].map((select) => `(${select})`).join(' union all ');
}

/** Everything in one pass: each row knows which filters it fails, and grouping sets count those that fail at most one. */
export function oneGroupingSetsPass(asked: Asked): string {
  const conditions = conditionsOf(asked);
  const bits = [...conditions.keys()];
  const fails =
    bits
      .map((column, bit) => `case when ${conditions.get(column)} then 0 else ${1 << bit} end`)
      .join(' + ') || '0';
  const own = bits.flatMap((column, bit) => (column === 'day' || column === 'source' ? [] : [1 << bit]));
  const sets = ['(month, mask, fails)', ...facetColumns.map((column) => `(${column}, fails)`)];
  // A set is told from the others by which columns it leaves out.
  const grouping = `grouping(month, ${facetColumns.join(', ')})`;
  const columns = ['month', ...facetColumns];
  const code = (...kept: string[]): number =>
    columns.reduce(
      (bitmap, column, i) => bitmap | (kept.includes(column) ? 0 : 1 << (columns.length - 1 - i)),
      0,
    );
  const selects = [
    `when ${grouping} = ${code('month', 'mask')} then 0`,
    ...facetColumns.map((column, i) => `when ${grouping} = ${code(column)} then ${i + 1}`),
  ];
  return `select case ${selects.join(' ')} end as facet,
      case when ${grouping} = ${code('month', 'mask')} then month * ${MASKS} + mask else coalesce(${facetColumns.join(', ')}) end as key,
      count(*)::int as n, fails
    from (select *, ${fails} as fails from facts) as f
    where fails in (${[0, ...own].join(', ')})
    group by grouping sets (${sets.join(', ')})`;
}

/** Which facet a bit of `fails` belongs to: only its own events that fail nothing else count there. */
function countsFor(asked: Asked, facet: number, fails: number): boolean {
  if (fails === 0) return true;
  const column = [...conditionsOf(asked).keys()][Math.log2(fails)];
  return facet > 0 && facetColumns[facet - 1] === column;
}

/** Columns of the rows of either statement, in the order facet, key, n and, from oneGroupingSetsPass, fails. */
export type SqlColumns = readonly (readonly number[])[];

/** These as counts. */
export function rawOf([facets, keys, counts, failing]: SqlColumns, asked: Asked): Raw {
  const raw = emptyRaw();
  for (const [i, facet] of facets!.entries()) {
    if (!countsFor(asked, facet, failing?.[i] ?? 0)) continue;
    if (facet === 0) raw.months[keys![i]!]! += counts![i]!;
    else raw.facets[facetColumns[facet - 1]!][keys![i]!]! += counts![i]!;
  }
  if (raw.facets.mask.every((n) => n === 0))
    for (const [cell, n] of raw.months.entries()) raw.facets.mask[cell % MASKS]! += n;
  return raw;
}
