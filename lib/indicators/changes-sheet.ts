import type { Sheet } from '@/lib/csv';
import { instant } from '@/lib/export/file-words';
import type { FedChange } from './write-status-atom';

const sideWord = (side: number | null): string => (!side ? '' : side > 0 ? 'above' : 'below');

/** What was noticed of an indicator as a table, oldest first. */
export function changesSheet(
  changes: readonly (FedChange & { from: string; to: string; title: string })[],
): Sheet {
  return {
    header: [
      'noticed_at',
      'kind',
      'from',
      'to',
      'period',
      'before',
      'before_side',
      'after',
      'after_side',
      'reason',
      'revision',
    ],
    rows: changes.map((one) => [
      instant(one.noticedAt),
      one.kind,
      one.from,
      one.to,
      one.title,
      one.fromStatus ?? '',
      sideWord(one.fromSide),
      one.status,
      sideWord(one.side),
      one.reason,
      one.revision,
    ]),
  };
}
