import { BULK_MOST } from '@/lib/bulk-change';
import { countUpTo } from '@/lib/numbers';
import { statuses, type Status } from '@/lib/vocabulary';

interface Props {
  q: string;
  status: Status | null;
  /** How many events the words find of each status. */
  counts: Record<Status, number>;
}

/** How many would be changed together, before the next page says which: "Change all 12 that match". */
function allWords({ status, counts }: Props): string {
  const found = status ? counts[status] : statuses.reduce((sum, one) => sum + counts[one], 0);
  if (found === 1) return 'Change the one that matches';
  return found > BULK_MOST
    ? `Change the first ${BULK_MOST} of ${countUpTo(found)} that match`
    : `Change all ${found} that match`;
}

/** Leads to the change of the rows that are ticked (their boxes belong to this form), or of all that match. */
export function BulkStart(props: Props) {
  return (
    <form id="bulk" method="get" action="/admin/events/bulk" className="govuk-button-group pw-bulk">
      <input type="hidden" name="q" value={props.q} />
      <input type="hidden" name="status" value={props.status ?? ''} />
      <button type="submit" className="govuk-button govuk-button--secondary">
        Change selected
      </button>
      <button type="submit" name="all" value="yes" className="govuk-button govuk-button--secondary">
        {allWords(props)}
      </button>
    </form>
  );
}
