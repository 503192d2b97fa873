import { Link } from '@/app/_ui/link';
import { fieldWords } from '@/lib/event-versions';
import { londonTimeInFull } from '@/lib/london-time';

interface Change {
  version: number;
  kind: 'create' | 'update' | 'archive' | 'restore';
  at: string;
  by: string | null;
  fields: string[];
}

const words = { create: 'Put in', update: 'Changed', archive: 'Archived', restore: 'Restored' };
interface Props {
  slug: string;
  changes: readonly Change[];
  /** True for the desk: with names of editors, and the way to compare versions. */
  named: boolean;
}

/** What was done to the record, newest first. Names of editors are for editors. */
export function EventHistory({ slug, changes, named }: Props) {
  return (
    <>
      <ol className="govuk-list pw-history" reversed>
        {changes.map(({ version, kind, at, by, fields }) => (
          <li key={version}>
            <strong>
              Version {version}: {words[kind]}
            </strong>
            , <time dateTime={new Date(at).toISOString()}>{londonTimeInFull(at)}</time>
            {named && by && ` by ${by}`}
            {!by && ' from the coded corpus'}
            {fields.length > 0 && <span className="pw-quiet"> ({fieldWords(fields).join(', ')})</span>}
          </li>
        ))}
      </ol>
      {named && changes.length > 1 && (
        <p className="govuk-body">
          <Link className="govuk-link" href={`/admin/events/${slug}/history`}>
            Compare versions
          </Link>
        </p>
      )}
    </>
  );
}
