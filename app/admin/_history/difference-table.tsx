import type { ReactNode } from 'react';
import type { Difference } from '@/lib/draft-difference';
import { wordDifference } from '@/lib/word-difference';

interface Props {
  caption: string;
  /** `theirs` is before, `mine` after. */
  differences: readonly Difference[];
  before: string;
  after: string;
}

/** One side of a field, its own words marked; on the whole of a field that the other side has not, a mark says nothing. */
function Side({ difference: { theirs, mine }, side }: { difference: Difference; side: 'before' | 'after' }) {
  const text = side === 'before' ? theirs : mine;
  if (text === '') return <span className="pw-quiet">Empty</span>;
  if (theirs === '' || mine === '') return text;
  return wordDifference(theirs, mine).map(({ text: piece, in: where }, i): ReactNode => {
    if (where === 'both') return piece;
    if (where !== side) return null;
    return side === 'before' ? <del key={i}>{piece}</del> : <ins key={i}>{piece}</ins>;
  });
}

/** Two states of an event side by side, field by field: only what differs, its words marked. */
export function DifferenceTable({ caption, differences, before, after }: Props) {
  return (
    <div className="pw-scroll" role="region" aria-label="Differences" tabIndex={0}>
      <table className="pw-table pw-differences pw-side-by-side">
        <caption className="pw-table__caption">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.field}>
              <th scope="row">{difference.name}</th>
              <td>
                <Side difference={difference} side="before" />
              </td>
              <td>
                <Side difference={difference} side="after" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
