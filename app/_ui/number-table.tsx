/** What stands in a cell that has no number. */
export const NONE = '[x]';

/** The heads of a table of numbers. */
export function Heads({ words }: { words: readonly string[] }) {
  return (
    <thead>
      <tr>
        {words.map((word, i) => (
          <th key={word} scope="col" className={i > 0 ? 'pw-number' : undefined}>
            {word}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The numbers of a row. */
export function Numbers({ cells }: { cells: readonly string[] }) {
  return cells.map((cell, i) => (
    <td key={i} className="pw-number">
      {cell}
    </td>
  ));
}
