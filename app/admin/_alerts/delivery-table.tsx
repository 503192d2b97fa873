import type { ReactNode } from 'react';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import type { Delivery } from '@/db/alert-outbox';
import { MOST_TRIES } from '@/lib/alerts/retry';
import { statusWords } from '@/lib/indicators/status-words';
import { countOf } from '@/lib/numbers';
import { londonTime } from '@/lib/london-time';
import { retryDeliveryAction } from '../alerts/actions';

const columns = ['Made', 'To', 'What', 'State', 'Answer', 'Tries', 'Next try', 'Action'] as const;

export const deliveryStates = {
  waiting: { words: 'Waiting', colour: 'govuk-tag--yellow' },
  sent: { words: 'Sent', colour: 'govuk-tag--green' },
  dead: { words: 'Given up', colour: 'govuk-tag--red' },
};

function Answer({ row: { state, code, problem } }: { row: Delivery }) {
  if (state === 'sent') return <>{code}</>;
  if (code === null && !problem) return <span className="pw-quiet">None yet</span>;
  return (
    <>
      {code !== null && `${code}. `}
      {problem}
    </>
  );
}

function Retry({ row: { id, target } }: { row: Delivery }) {
  return (
    <form action={retryDeliveryAction}>
      <input type="hidden" name="delivery" value={id} />
      <button type="submit" className="pw-link-button">
        Try now<span className="govuk-visually-hidden"> to send this to {target}</span>
      </button>
    </form>
  );
}

function cellsOf(row: Delivery, together: number): Record<(typeof columns)[number], ReactNode> {
  const { words, colour } = deliveryStates[row.state];
  const { type, data } = row.message;
  return {
    Made: londonTime(row.createdAt),
    To: (
      <Link className="govuk-link pw-long-word" href={`/admin/alerts/${row.subscription}`}>
        {row.target}
      </Link>
    ),
    What:
      type === 'test' ? (
        'Test'
      ) : (
        <>
          {statusWords[data.after.status]}:{' '}
          <Link className="govuk-link" href={`/indicators/${data.indicator}`}>
            {data.question}
          </Link>
          {together > 1 && (
            <span className="pw-quiet"> (in one e-mail with {countOf(together - 1, 'other')})</span>
          )}
        </>
      ),
    State: <strong className={`govuk-tag ${colour}`}>{words}</strong>,
    Answer: <Answer row={row} />,
    Tries: `${row.attempts} of ${Math.max(MOST_TRIES, row.attempts)}`,
    'Next try': row.state === 'waiting' ? londonTime(row.nextAt) : 'None',
    Action: row.state === 'sent' ? 'None' : <Retry row={row} />,
  };
}

/** What was to be told to whom, and what became of it. */
export function DeliveryTable({ rows, caption }: { rows: readonly Delivery[]; caption: string }) {
  const inMail = (mail: string | null): number =>
    mail === null ? 1 : rows.filter((row) => row.mail === mail).length;
  return (
    <BlockTable
      {...{ caption, columns, rows }}
      cellsOf={(row) => cellsOf(row, inMail(row.mail))}
      keyOf={({ id }) => id}
    />
  );
}
