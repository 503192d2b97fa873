import type { ReactNode } from 'react';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import type { AuditRow } from '@/db/audit-search';
import { auditActionWords } from '@/lib/audit-actions';
import { londonSeconds } from '@/lib/london-time';

const columns = ['When', 'Who', 'What', 'From where', 'More'] as const;
function Subject({ subject, subjectUser }: { subject: string; subjectUser: string | null }) {
  const [, kind, name] = /^([a-z-]+):(.+)$/.exec(subject) ?? [];
  if (subjectUser)
    return (
      <Link className="govuk-link" href={`/admin/users/${name}`}>
        {subjectUser}
      </Link>
    );
  if (kind === 'event')
    return (
      <Link className="govuk-link" href={`/admin/events/${name}`}>
        {name}
      </Link>
    );
  return <span>{subject}</span>;
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 1);
const asRecord = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};

/** What stood before and stands after, field by field. */
function Changes({ before, after }: { before: unknown; after: unknown }) {
  const [old, now] = [asRecord(before), asRecord(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  if (keys.length === 0) return null;
  return (
    <table className="govuk-table pw-table pw-audit-changes">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key}>
            <th scope="row">{key}</th>
            <td>{key in old ? asText(old[key]) : '–'}</td>
            <td>{key in now ? asText(now[key]) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function More({ row }: { row: AuditRow }) {
  return (
    <details>
      <summary>
        Row {row.seq}
        <span className="govuk-visually-hidden">: what changed</span>
      </summary>
      <Changes before={row.before} after={row.after} />
      {Object.entries(asRecord(row.detail)).map(([key, value]) => (
        <p key={key}>
          {key}: {asText(value)}
        </p>
      ))}
      {row.agent && <p>Browser or program: {row.agent}</p>}
      <p>SHA-256: {row.hash}</p>
    </details>
  );
}

const cellsOf = (row: AuditRow): Record<(typeof columns)[number], ReactNode> => ({
  When: <time dateTime={new Date(row.at).toISOString()}>{londonSeconds(row.at)}</time>,
  Who: row.who,
  What: (
    <>
      {auditActionWords(row.action)}
      {row.subject && ': '}
      {row.subject && <Subject subject={row.subject} subjectUser={row.subjectUser} />}
    </>
  ),
  'From where': row.ip ?? '–',
  More: <More row={row} />,
});

/** Entries of the trail, newest first. */
export function AuditTable({ rows, caption }: { rows: readonly AuditRow[]; caption: string }) {
  return (
    <BlockTable
      {...{ caption, columns, rows, cellsOf }}
      keyOf={(row) => row.seq}
      className="pw-audit-table"
    />
  );
}
