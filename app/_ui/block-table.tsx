import type { ReactNode } from 'react';

interface Props<Column extends string, Row> {
  caption: ReactNode;
  columns: readonly Column[];
  rows: readonly Row[];
  keyOf(row: Row): string | number;
  /** A row's cells by their columns. */
  cellsOf(row: Row): Record<Column, ReactNode>;
  className?: string;
}

/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   CSS shows each row as a block on a phone, and a table that is not displayed as one loses its roles in browsers. */

/** A table of the desk. On a phone each row becomes a block; the roles keep it a table for screen readers. */
export function BlockTable<Column extends string, Row>(props: Props<Column, Row>) {
  const { caption, columns, rows, keyOf, cellsOf, className = '' } = props;
  return (
    <table role="table" className={`govuk-table pw-table pw-admin-table ${className}`.trim()}>
      <caption className="pw-table__caption">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => {
          const cells = cellsOf(row);
          return (
            <tr role="row" key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column} role="cell" data-column={column}>
                  <div>{cells[column]}</div>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
