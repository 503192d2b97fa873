import type { Flow } from '@/lib/flows/flow-sums';
import { weightOf, type FlowQuestion } from '@/lib/flows/flow-view';
import { formatCount } from '@/lib/numbers';
import { placeName } from '@/lib/places';

/** Rows and columns, the greatest first; a matrix of more is no picture, and the file has them all. */
const MOST = 16;

const number = (n: number): string => formatCount(Math.round(n * 100) / 100);

/** Ends by their sums, the greatest first. */
function ends(pairs: readonly Flow[], end: 'from' | 'to', question: FlowQuestion): [string, number][] {
  const sums = new Map<string, number>();
  for (const pair of pairs) sums.set(pair[end], (sums.get(pair[end]) ?? 0) + weightOf(pair, question));
  return [...sums].filter(([, sum]) => sum > 0).sort((a, b) => b[1] - a[1]);
}

/** Who sent to whom as a table: rows send, columns receive; the darker a cell, the more. */
export function FlowMatrix({ pairs, question }: { pairs: readonly Flow[]; question: FlowQuestion }) {
  const rows = ends(pairs, 'from', question);
  const columns = ends(pairs, 'to', question);
  const most = Math.max(0, ...pairs.map((pair) => weightOf(pair, question)));
  const cells = new Map(pairs.map((pair) => [`${pair.from}>${pair.to}`, weightOf(pair, question)]));
  const total = rows.reduce((sum, [, n]) => sum + n, 0);
  const more = rows.length > MOST || columns.length > MOST;
  return (
    <table className="pw-table pw-matrix">
      <caption className="pw-table__caption">
        Rows send, columns receive{more && `; the ${MOST} with most of each, sums of all`}
      </caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          {columns.slice(0, MOST).map(([code]) => (
            <th key={code} scope="col" className="pw-number">
              {placeName(code)}
            </th>
          ))}
          <th scope="col" className="pw-number">
            Sum
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, MOST).map(([from, sum]) => (
          <tr key={from}>
            <th scope="row">{placeName(from)}</th>
            {columns.slice(0, MOST).map(([to]) => {
              const n = cells.get(`${from}>${to}`) ?? 0;
              // Light enough for dark text at its darkest: 7 to 1.
              const tint =
                n > 0 ? { backgroundColor: `rgb(18 67 109 / ${0.08 + (0.3 * n) / most})` } : undefined;
              return (
                <td key={to} className="pw-number" style={tint}>
                  {n > 0 ? number(n) : '–'}
                </td>
              );
            })}
            <td className="pw-number">{number(sum)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Sum</th>
          {columns.slice(0, MOST).map(([code, sum]) => (
            <td key={code} className="pw-number">
              {number(sum)}
            </td>
          ))}
          <td className="pw-number">{number(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
