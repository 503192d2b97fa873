import Link from 'next/link';
import type { ReactNode } from 'react';
import type { AuditRow } from '@/db/audit-search';
import { auditActionWords } from '@/lib/audit-actions';

const columns = ['When', 'Who', 'What', 'From where', 'More'] as const;
const stamp = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/London',
});

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

/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   CSS shows each row as a block on a phone, and a table that is not displayed as one loses its roles in browsers. */

function Row({ row }: { row: AuditRow }) {
  const cells: Record<(typeof columns)[number], ReactNode> = {
    When: <time dateTime={new Date(row.at).toISOString()}>{stamp.format(new Date(row.at))}</time>,
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
  };
  return (
    <tr role="row">
      {columns.map((column) => (
        <td key={column} role="cell" data-column={column}>
          <div>{cells[column]}</div>
        </td>
      ))}
    </tr>
  );
}

/** Entries of the trail, newest first. On a phone each row becomes a block; the roles keep it a table for screen readers. */
export function AuditTable({ rows, caption }: { rows: readonly AuditRow[]; caption: string }) {
  return (
    <table role="table" className="govuk-table pw-table pw-admin-table pw-audit-table">
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
        {rows.map((row) => (
          <Row key={row.seq} row={row} />
        ))}
      </tbody>
    </table>
  );
}
