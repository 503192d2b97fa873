import { notesOn } from '@/lib/annotations/notes-on-columns';
import type { Annotation } from '@/lib/annotations/annotation';
import type { IndicatorChart } from './indicator-chart';
import { layOver } from '@/lib/over-layer';
import type { LockdownBand } from '@/lib/timeline';

/** What goes with the periods of an indicator that are drawn: what lies over them, and the notes that are numbered. */
export function aroundIndicator(
  { columns }: IndicatorChart,
  around: { marks: { bands: readonly LockdownBand[] }; notes: readonly Annotation[] },
) {
  const days = { columns: columns.map(({ reading }) => reading) };
  return { ...days, over: layOver(around.marks.bands, days), notes: notesOn(around.notes, days) };
}
