import type { ReactNode } from 'react';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import type { StoredAlert } from '@/db/alerts';
import { alertKindTerms } from '@/lib/alerts/alert-subscription';
import { statusWords } from '@/lib/indicators/status-words';
import { listed } from '@/lib/listed';
import { londonTime } from '@/lib/london-time';
import { countOf } from '@/lib/numbers';
import { labelOf } from '@/lib/vocabulary';
import { deliveryStates } from './delivery-table';

const columns = ['To', 'By', 'Of', 'When it becomes', 'State', 'Last delivery'] as const;

const cellsOf = (row: StoredAlert): Record<(typeof columns)[number], ReactNode> => ({
  To: (
    <Link className="govuk-link pw-long-word" href={`/admin/alerts/${row.id}`}>
      {row.target}
    </Link>
  ),
  By: labelOf(alertKindTerms, row.kind),
  Of: row.indicators.length === 0 ? 'All indicators' : countOf(row.indicators.length, 'indicator'),
  'When it becomes': listed(
    row.statuses.map((status, i) => (i === 0 ? statusWords[status] : statusWords[status].toLowerCase())),
    'or',
  ),
  State: (
    <strong className={`govuk-tag ${row.enabled ? 'govuk-tag--green' : 'govuk-tag--grey'}`}>
      {row.enabled ? 'On' : 'Off'}
    </strong>
  ),
  'Last delivery': row.last ? (
    <Link className="govuk-link" href={`/admin/alerts/log?alert=${row.id}`}>
      {deliveryStates[row.last.state].words}, {londonTime(row.last.at)}
    </Link>
  ) : (
    <span className="pw-quiet">None yet</span>
  ),
});

/** Everybody who is told of changes of status. */
export function AlertTable({ rows }: { rows: readonly StoredAlert[] }) {
  return (
    <BlockTable
      caption="Who is told of changes of status. Times are UK time."
      {...{ columns, rows, cellsOf }}
      keyOf={({ id }) => id}
    />
  );
}
