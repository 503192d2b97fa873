import { londonTimeInFull } from '@/lib/london-time';

interface Change {
  version: number;
  kind: 'create' | 'update' | 'archive' | 'restore';
  at: string;
  by: string | null;
  fields: string[];
}

const words = { create: 'Put in', update: 'Changed', archive: 'Archived', restore: 'Restored' };
/** What was done to the record, newest first. Names of editors are for editors. */
export function EventHistory({ changes, named }: { changes: readonly Change[]; named: boolean }) {
  return (
    <ol className="govuk-list pw-history" reversed>
      {changes.map(({ version, kind, at, by, fields }) => (
        <li key={version}>
          <strong>
            Version {version}: {words[kind]}
          </strong>
          , <time dateTime={new Date(at).toISOString()}>{londonTimeInFull(at)}</time>
          {named && by && ` by ${by}`}
          {!by && ' from the coded corpus'}
          {fields.length > 0 && <span className="pw-quiet"> ({fields.join(', ')})</span>}
        </li>
      ))}
    </ol>
  );
}
