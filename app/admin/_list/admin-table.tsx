import type { ReactNode } from 'react';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import type { AdminRow } from '@/db/admin-events';
import { formatDateSpan } from '@/lib/date-words';
import { londonTime } from '@/lib/london-time';
import type { OpenForm } from '@/lib/open-forms';
import { placeName } from '@/lib/places';
import { labelOf, statusTerms, typeTerms, type Status } from '@/lib/vocabulary';
import type { UserRole } from '@/lib/permissions';
import { archiveRefusal } from '@/lib/workflow';
import { archiveAction } from '../events/actions';
import { OpenBy } from './open-by';

interface Props {
  rows: readonly AdminRow[];
  /** Who else has an event's form open, by its slug. */
  open: ReadonlyMap<string, OpenForm[]>;
  caption: string;
  /** Of whoever looks at it: a button that would be refused is not there. */
  role: UserRole;
  /** The list's own query, to come back to after a button was pressed. */
  list: string;
}

const columns = ['Select', 'Title', 'Date', 'Place', 'Type', 'Status', 'Last change', 'Action'] as const;
const tagColours: Record<Status, string> = {
  draft: 'govuk-tag--grey',
  in_review: 'govuk-tag--yellow',
  published: 'govuk-tag--green',
  archived: 'govuk-tag--red',
};

/** Archive or restore, as a form: a link must not change anything. */
function ArchiveButton({ row, list, role }: { row: AdminRow } & Pick<Props, 'list' | 'role'>) {
  const archived = row.status === 'archived';
  if (archiveRefusal(row.status, role) !== null) return null;
  return (
    <form action={archiveAction}>
      <input type="hidden" name="slug" value={row.slug} />
      <input type="hidden" name="version" value={row.version} />
      <input type="hidden" name="to" value={archived ? 'restored' : 'archived'} />
      <input type="hidden" name="list" value={list} />
      <button type="submit" className="pw-link-button">
        {archived ? 'Restore' : 'Archive'}
        <span className="govuk-visually-hidden"> {row.title}</span>
      </button>
    </form>
  );
}

const cellsOf = (
  row: AdminRow,
  { list, open, role }: Props,
): Record<(typeof columns)[number], ReactNode> => ({
  Select: (
    <input
      type="checkbox"
      className="pw-pick"
      form="bulk"
      name="event"
      value={row.slug}
      aria-label={`Select ${row.title}`}
    />
  ),
  Title: (
    <>
      <Link className="govuk-link" href={`/admin/events/${row.slug}`}>
        {row.title}
      </Link>
      <OpenBy forms={open.get(row.slug)} />
    </>
  ),
  Date: formatDateSpan(row),
  Place: placeName(row.region),
  Type: labelOf(typeTerms, row.type),
  Status: (
    <strong className={`govuk-tag ${tagColours[row.status]}`}>{labelOf(statusTerms, row.status)}</strong>
  ),
  'Last change': (
    <>
      {londonTime(row.updatedAt)}
      {row.updatedBy && <span className="pw-quiet"> by {row.updatedBy}</span>}
    </>
  ),
  Action: (
    <div className="pw-admin-actions">
      <Link className="govuk-link" href={`/events/${row.slug}`}>
        View<span className="govuk-visually-hidden"> {row.title}</span>
      </Link>
      <ArchiveButton {...{ row, list, role }} />
    </div>
  ),
});

/** Events of every status. */
export function AdminTable(props: Props) {
  const { rows, caption } = props;
  return (
    <BlockTable
      {...{ caption, columns, rows }}
      cellsOf={(row) => cellsOf(row, props)}
      keyOf={(row) => row.slug}
    />
  );
}
