import { shareIn, type ColumnDays } from '@/lib/chart-columns';
import { shiftDay } from '@/lib/days';
import type { Annotation } from './annotation';

/** A note on a chart: its number, and where its days lie as shares of the width. */
export interface ChartNote {
  number: number;
  from: number;
  to: number;
  annotation: Annotation;
}

/** The notes whose days touch those of the chart, numbered from the left. */
export function notesOn(
  annotations: readonly Annotation[],
  { columns }: { columns: readonly ColumnDays[] },
): ChartNote[] {
  const first = columns[0]?.from;
  const last = columns.at(-1)?.to;
  if (first === undefined || last === undefined) return [];
  return annotations
    .filter(({ startsOn, endsOn }) => endsOn >= first && startsOn <= last)
    .map((annotation, i) => ({
      number: i + 1,
      from: shareIn(columns, annotation.startsOn < first ? first : annotation.startsOn),
      to: annotation.endsOn >= last ? 1 : shareIn(columns, shiftDay(annotation.endsOn, 1)),
      annotation,
    }));
}
