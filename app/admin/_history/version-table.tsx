import type { ReactNode } from 'react';
import { BlockTable } from '@/app/_ui/block-table';
import { fieldWords } from '@/lib/event-versions';
import { londonTime } from '@/lib/london-time';

interface Version {
  version: number;
  kind: 'create' | 'update' | 'archive' | 'restore';
  at: string;
  by: string | null;
  fields: readonly string[];
}

interface Props {
  versions: readonly Version[];
  /** Those that are compared. */
  from: number | null;
  to: number | null;
}

const columns = ['Version', 'From', 'To', 'What', 'When', 'By', 'Fields'] as const;
const kinds = { create: 'Put in', update: 'Changed', archive: 'Archived', restore: 'Put back' };

function Pick({ name, version, checked }: { name: 'from' | 'to'; version: number; checked: boolean }) {
  return (
    <input
      type="radio"
      className="pw-pick"
      name={name}
      value={version}
      defaultChecked={checked}
      aria-label={`Compare ${name} version ${version}`}
    />
  );
}

/** Every version of an event, the newest first, with two to be picked. */
export function VersionTable({ versions, from, to }: Props) {
  const cellsOf = ({
    version,
    kind,
    at,
    by,
    fields,
  }: Version): Record<(typeof columns)[number], ReactNode> => ({
    Version: version,
    From: <Pick name="from" version={version} checked={version === from} />,
    To: <Pick name="to" version={version} checked={version === to} />,
    What: kinds[kind],
    When: <time dateTime={new Date(at).toISOString()}>{londonTime(at)}</time>,
    By: by ?? 'Coded corpus',
    Fields: fieldWords(fields).join(', ') || 'All of it',
  });
  return (
    <BlockTable
      caption="Versions, the newest first. Times are UK time."
      // One version alone is compared with nothing.
      columns={columns.filter((column) => from !== null || (column !== 'From' && column !== 'To'))}
      rows={versions}
      keyOf={({ version }) => version}
      cellsOf={cellsOf}
      className="pw-version-table"
    />
  );
}
