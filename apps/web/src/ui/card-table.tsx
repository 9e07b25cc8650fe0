import type { ReactNode } from 'react';
import styles from './card-table.module.css';

/** One thing of a table. */
export interface CardRow {
  key: string;
  /** In the order of the columns. */
  cells: readonly ReactNode[];
  testId?: string;
}

interface CardTableProps {
  columns: readonly string[];
  rows: readonly CardRow[];
  /** What it is a table of, where no heading says so. */
  label?: string;
  testId: string;
}

/**
 * A table; on a telephone each row is a card with the names of its columns in it. The roles are said although they are a
 * table's own: browsers forget them once its parts are laid out otherwise.
 */
export function CardTable({ columns, rows, label, testId }: CardTableProps) {
  return (
    <table className={styles.table} role="table" aria-label={label} data-testid={testId}>
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
        {rows.map(({ key, cells, testId: rowTestId }) => (
          <tr key={key} role="row" data-testid={rowTestId}>
            {cells.map((cell, index) => (
              <td key={columns[index]} role="cell">
                <span className={styles.column} aria-hidden="true">
                  {columns[index]}
                </span>
                <div>{cell}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
