import { BlockTable } from '@/app/_ui/block-table';
import type { StatusChange } from '@/db/status-history';
import { moveTerms } from '@/lib/indicators/status-moves';
import { londonTime } from '@/lib/london-time';
import { labelOf } from '@/lib/vocabulary';
import { StatusSign } from './status-sign';

const columns = ['Noticed', 'What', 'Period', 'Before', 'After', 'Reason'] as const;

/** What was noticed of an indicator as it came, newest first, and where to hear of it. */
export function StatusHistory({
  changes,
  more,
  slug,
}: {
  changes: readonly StatusChange[];
  more: boolean;
  slug: string;
}) {
  return (
    <section aria-labelledby="noticed" className="pw-indicator-changes">
      <h2 className="pw-figure__title" id="noticed">
        What was noticed, and when
      </h2>
      <p className="pw-series-about">
        What today’s record says of the past changes with it. This is what was said at the time, and it is
        only added to. Where an edit changed what is said of a period before the last, it is revised, and
        nobody is alerted.{' '}
        <a className="govuk-link" href={`/indicators/files/${slug}.atom`}>
          Feed of new statuses (Atom)
        </a>{' '}
        <a className="govuk-link" href={`/indicators/files/${slug}.changes.csv`} download>
          Download as CSV
        </a>
      </p>
      {changes.length === 0 ? (
        <p className="govuk-body">Nothing has been noticed yet.</p>
      ) : (
        <div className="pw-scroll" role="region" aria-label="What was noticed" tabIndex={0}>
          <BlockTable
            caption={`${more ? `The last ${changes.length} changes` : 'Changes'}, newest first. Times are those of the UK.`}
            columns={columns}
            rows={changes}
            keyOf={({ id }) => id}
            cellsOf={(change) => ({
              Noticed: londonTime(change.noticedAt),
              What: labelOf(moveTerms, change.kind),
              Period: change.title.replace(/^./, (first) => first.toUpperCase()),
              Before:
                change.fromStatus === null ? (
                  <span className="pw-quiet">Nothing</span>
                ) : (
                  <StatusSign reading={{ status: change.fromStatus, side: change.fromSide ?? 0 }} />
                ),
              After: <StatusSign reading={change} />,
              Reason: change.reason,
            })}
          />
        </div>
      )}
    </section>
  );
}
