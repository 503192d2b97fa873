'use client';

import { Bars, NoBars, type BarRow } from '@/app/_charts/bar-list';
import { viewOf } from '@/lib/timeline-view';
import { viewWords } from '@/lib/timeline-words';
import { useMarkedDays, useMarking } from './marking';

interface Props {
  rows: readonly BarRow[];
  /** For each row what its counts are called in the tile (lib/count-tile). */
  keys: readonly string[];
}

/** Bars that count the dates being marked in the timeline, as they change; otherwise what the server has counted. */
export function LinkedBars({ rows, keys }: Props) {
  const marking = useMarking();
  const days = useMarkedDays(marking);
  const shown = days
    ? rows.map((row, i): BarRow => ({ ...row, count: marking?.count(keys[i]!) ?? 0, reported: 0 }))
    : rows;
  return (
    <>
      <p className="pw-linked pw-tl-needs-script" data-marked={days !== null}>
        {days ? `Marked: ${viewWords(viewOf(days))}` : 'Mark dates in the timeline to count them here.'}
      </p>
      {rows.length === 0 ? (
        <NoBars />
      ) : (
        <ul className="pw-bars">
          <Bars rows={shown} />
        </ul>
      )}
    </>
  );
}
