import { annotationsFor } from '@/db/annotations';
import { belowOptions, readBelow } from '@/db/below';
import type { Database } from '@/db/client';
import { readOverlay } from '@/db/overlay';
import type { Asked } from '@/lib/asked';
import type { Below, BelowChoice } from '@/lib/below';
import { withFilters, type Filters } from '@/lib/filters';

/** What stands below a chart; null where nothing is asked for, or nothing has that name. */
export async function readMeasure(
  db: Database,
  choice: BelowChoice | null,
  asOf: Filters['asOf'],
): Promise<{ choice: BelowChoice; measure: Below } | null> {
  const measure = choice && (await readBelow(db, choice, asOf));
  return measure && { choice, measure };
}

/** The same with what else could stand there, for a page to choose from, and whether what was asked for is `missing`. */
export async function readChoice(
  db: Database,
  { below, belowGiven }: Pick<Asked, 'below'> & { belowGiven: string },
  asOf: Filters['asOf'],
) {
  const [chosen, options] = await Promise.all([readMeasure(db, below, asOf), belowOptions(db)]);
  return { chosen, options, missing: belowGiven !== '' && chosen === null };
}

/**
 * What goes with a chart of these days: what lies over it, the notes on them and what stands below; none where it has no
 * days.
 */
export async function readSurroundings(
  db: Database,
  { overlay, below }: Asked,
  filters: Filters,
  days: Pick<Filters, 'from' | 'to'>,
) {
  const { from, to } = days;
  if (from === null || to === null)
    return { overlay, marks: { bands: [], total: 0 }, notes: [], below: null };
  const [marks, notes, chosen] = await Promise.all([
    readOverlay(db, overlay, withFilters(filters, { from, to })),
    annotationsFor(db, filters, { from, to }),
    readMeasure(db, below, filters.asOf),
  ]);
  return { overlay, marks, notes, below: chosen };
}
export type ReadSurroundings = Awaited<ReturnType<typeof readSurroundings>>;

/** The same as the columns of a file take it. */
export const asColumns = ({ marks, notes, below }: ReadSurroundings) => ({
  over: marks.bands,
  notes,
  below: below && below.measure,
});
