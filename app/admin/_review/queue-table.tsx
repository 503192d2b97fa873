import type { ReactNode } from 'react';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import type { ReviewItem } from '@/db/review-queue';
import { londonTime } from '@/lib/london-time';
import type { OpenForm } from '@/lib/open-forms';
import { queueKinds } from '@/lib/review-queue';
import { labelOf, pillarTerms, pillars } from '@/lib/vocabulary';
import { OpenBy } from '../_list/open-by';

interface Props {
  caption: string;
  rows: readonly ReviewItem[];
  /** Who else has an event's form open, by its slug. */
  open: ReadonlyMap<string, OpenForm[]>;
}

const columns = ['Title', 'What', 'Pillars', 'Sent by', 'Waiting since'] as const;

const cellsOf = (
  { kind, id, slug, title, pillars: of, by, at }: ReviewItem,
  open: Props['open'],
): Record<(typeof columns)[number], ReactNode> => ({
  Title: (
    <>
      <Link className="govuk-link" href={kind === 'event' ? `/admin/events/${slug}` : `/admin/review/${id}`}>
        {title}
      </Link>
      <OpenBy forms={open.get(slug)} />
    </>
  ),
  What: queueKinds.find(({ code }) => code === kind)!.label,
  Pillars: pillars
    .filter((code) => of.includes(code))
    .map((code) => labelOf(pillarTerms, code))
    .join(', '),
  'Sent by': by ?? 'Somebody who is gone',
  'Waiting since': londonTime(at),
});

/** What waits for a reviewer. */
export function QueueTable({ caption, rows, open }: Props) {
  return (
    <BlockTable
      {...{ caption, columns, rows }}
      cellsOf={(row) => cellsOf(row, open)}
      keyOf={({ cursor }) => cursor}
    />
  );
}
