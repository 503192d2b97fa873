import type { Annotation } from './annotations/annotation';
import type { Cell } from './csv';
import type { Day } from './days';

/** What goes with a chart in time: what lies over it, and the notes on its days. */
export interface Surroundings {
  over: readonly { startsOn: Day; endsOn: Day }[];
  notes: readonly Annotation[];
}

/** The columns of a chart's file that say so: how many of what lies over it, and which notes, touch the days of a row. */
export const surroundingColumns = ['overlaid_events', 'notes'];

/** The cells of these columns for some days. */
export function surroundingCells({ over, notes }: Surroundings, from: Day, to: Day): Cell[] {
  const touches = ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): boolean =>
    startsOn <= to && endsOn >= from;
  return [
    over.filter(touches).length,
    notes
      .filter(touches)
      .map(({ text }) => text)
      .join(' | '),
  ];
}
