import { annotationsFor } from '@/db/annotations';
import type { Database } from '@/db/client';
import { readOverlay } from '@/db/overlay';
import { withFilters, type Filters } from '@/lib/filters';
import type { Overlay } from '@/lib/overlay';

/** What goes with a chart of these days: what lies over it and the notes on them; none where it has no days. */
export async function readSurroundings(
  db: Database,
  overlay: Overlay,
  filters: Filters,
  days: Pick<Filters, 'from' | 'to'>,
) {
  const { from, to } = days;
  if (from === null || to === null) return { overlay, marks: { bands: [], about: [], total: 0 }, notes: [] };
  const [marks, notes] = await Promise.all([
    readOverlay(db, overlay, withFilters(filters, { from, to })),
    annotationsFor(db, filters, { from, to }),
  ]);
  return { overlay, marks, notes };
}
export type ReadSurroundings = Awaited<ReturnType<typeof readSurroundings>>;

/** The same as the columns of a file take it. */
export const asColumns = ({ marks, notes }: ReadSurroundings) => ({ over: marks.bands, notes });
