import type { Difference } from '@/lib/draft-difference';

interface Props {
  caption: string;
  /** `theirs` is before, `mine` after. */
  differences: readonly Difference[];
  before: string;
  after: string;
}

/** Two states of an event side by side, field by field: only what differs. */
export function DifferenceTable({ caption, differences, before, after }: Props) {
  return (
    <div className="pw-scroll" role="region" aria-label="Differences" tabIndex={0}>
      <table className="pw-table pw-differences">
        <caption className="pw-table__caption">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ field, name, mine, theirs }) => (
            <tr key={field}>
              <th scope="row">{name}</th>
              <td>{theirs || 'Empty'}</td>
              <td>{mine || 'Empty'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
