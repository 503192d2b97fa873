import type { ReactNode } from 'react';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import type { ImportView } from '@/db/import/imports';
import { setWords } from '@/lib/import/report-words';
import { londonTime } from '@/lib/london-time';
import { formatCount } from '@/lib/numbers';
import { sizeWords, stateWords } from './import-words';

const columns = ['File', 'Set', 'State', 'Rows', 'Added', 'Changed', 'Rejected', 'Uploaded'] as const;

const number = (count: number | undefined): string => (count === undefined ? '' : formatCount(count));

const cellsOf = (row: ImportView): Record<(typeof columns)[number], ReactNode> => ({
  File: (
    <>
      <Link className="govuk-link pw-long-word" href={`/admin/import/${row.id}`}>
        {row.fileName}
      </Link>{' '}
      <span className="pw-quiet">{sizeWords(row.bytes)}</span>
    </>
  ),
  Set: setWords(row),
  State: stateWords(row),
  Rows: number(row.counts?.rows),
  Added: row.appliedAt && number(row.counts?.events.new),
  Changed: row.appliedAt && number(row.counts?.events.changed),
  Rejected: number(row.counts?.rejected),
  Uploaded: (
    <>
      {londonTime(row.createdAt)}
      {row.createdByName && <span className="pw-quiet"> by {row.createdByName}</span>}
    </>
  ),
});

/** Imports so far, newest first. */
export function ImportList({ rows }: { rows: readonly ImportView[] }) {
  return (
    <BlockTable
      caption="Imports, newest first. Times are UK time."
      {...{ columns, rows, cellsOf }}
      keyOf={({ id }) => id}
    />
  );
}
