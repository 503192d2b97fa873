import type { ReactNode } from 'react';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import type { BulkRow } from '@/db/bulk';
import { draftDifferences } from '@/lib/draft-difference';
import { draftFromEvent } from '@/lib/event-draft';
import { labelOf, statusTerms } from '@/lib/vocabulary';

const columns = ['Title', 'Status', 'Now', 'After', 'What happens'] as const;

function happens({ plan }: BulkRow): string {
  if (!plan) return 'Nothing yet';
  if (plan.kind === 'left') return `Left: ${plan.why}`;
  return plan.kind === 'propose' ? 'Goes to review: it is published' : 'Changes at once';
}

function cellsOf(row: BulkRow): Record<(typeof columns)[number], ReactNode> {
  const { event, plan } = row;
  const [difference] =
    plan && 'after' in plan ? draftDifferences(draftFromEvent(plan.after), draftFromEvent(event)) : [];
  const side = (text: string) => difference && `${difference.name}: ${text || 'none'}`;
  return {
    Title: (
      <Link className="govuk-link" href={`/admin/events/${event.slug}`}>
        {event.title}
      </Link>
    ),
    Status: labelOf(statusTerms, event.status),
    Now: side(difference?.theirs ?? ''),
    After: side(difference?.mine ?? ''),
    'What happens': happens(row),
  };
}

/** Each selected event, with what would become of it. */
export function BulkTable({ rows, caption }: { rows: readonly BulkRow[]; caption: string }) {
  return (
    <BlockTable
      {...{ caption, columns, rows, cellsOf }}
      keyOf={({ event }) => event.id}
      className="pw-differences"
    />
  );
}
