import { BearingSign } from '@/app/_evidence/bearing-sign';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import type { EvidenceEntry } from '@/db/evidence';
import { londonTime } from '@/lib/london-time';
import { labelOf, statusTerms } from '@/lib/vocabulary';

const columns = ['Event', 'Question', 'Bearing', 'Note', 'By', 'Recorded', 'Change'] as const;

/** The desk's list of entries, newest first: of an event and a question the first one holds. */
export function EvidenceTable({ caption, entries }: { caption: string; entries: readonly EvidenceEntry[] }) {
  const held = new Set<string>();
  const rows = entries.map((entry) => {
    const subject = `${entry.indicator}/${entry.event}`;
    const current = !held.has(subject);
    held.add(subject);
    return { ...entry, current };
  });
  return (
    <BlockTable
      caption={`${caption}. Times are those of the UK.`}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      cellsOf={(row) => ({
        Event: (
          <>
            <Link className="govuk-link" href={`/events/${row.event}`}>
              {row.title}
            </Link>
            {row.status !== 'published' && (
              <span className="pw-quiet">
                {' '}
                ({labelOf(statusTerms, row.status).toLowerCase()}
                {row.status !== 'archived' && ': readers do not see it'})
              </span>
            )}
          </>
        ),
        Question: (
          <Link className="govuk-link" href={`/indicators/${row.indicator}`}>
            {row.question}
          </Link>
        ),
        Bearing: (
          <>
            <BearingSign bearing={row.bearing} />
            {!row.current && <span className="pw-quiet"> (replaced)</span>}
          </>
        ),
        Note: row.note,
        By: row.by,
        Recorded: londonTime(row.writtenAt),
        Change: row.current && (
          <Link
            className="govuk-link"
            href={`/admin/evidence/link?${new URLSearchParams({ indicator: row.indicator, event: row.event })}`}
          >
            Change<span className="govuk-visually-hidden"> the link of {row.title}</span>
          </Link>
        ),
      })}
    />
  );
}
