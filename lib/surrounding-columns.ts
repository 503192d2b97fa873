import type { Annotation } from './annotations/annotation';
import type { Below } from './below';
import type { Cell } from './csv';
import type { Day } from './days';
import type { LockdownBand } from './timeline';

/** What goes with a chart in time: what lies over it, the notes on its days, and what stands below it. */
export interface Surroundings {
  over: readonly LockdownBand[];
  notes: readonly Annotation[];
  below: Pick<Below, 'values'> | null;
}

/**
 * The columns of a chart's file that say so: how many of what lies over it touch the days of a row and which with their days, how far they
 * reach and their source; which notes do; and what the measure below says of these days.
 */
export const surroundingColumns = ['overlaid_events', 'overlaid', 'notes', 'below'];

/** The measure over these days: its number where it has one for just them, else each that touches them with its own. */
function belowCell({ values }: Pick<Below, 'values'>, first: Day, last: Day): Cell {
  const touching = values.filter(({ from, to, value }) => value !== null && from <= last && to >= first);
  const own = touching.find(({ from, to }) => from === first && to === last);
  return own ? own.value : touching.map(({ from, to, value }) => `${value} (${from} to ${to})`).join(' | ');
}

/** The cells of these columns for some days. */
export function surroundingCells({ over, notes, below }: Surroundings, from: Day, to: Day): Cell[] {
  const touches = ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): boolean =>
    startsOn <= to && endsOn >= from;
  const here = over.filter(touches);
  return [
    here.length,
    here
      .map(({ title, startsOn, endsOn, reach, source }) =>
        [`${title} (${startsOn} to ${endsOn}`, reach, source].filter(Boolean).join('; '),
      )
      .map((words) => `${words})`)
      .join(' | '),
    notes
      .filter(touches)
      .map(({ text }) => text)
      .join(' | '),
    below ? belowCell(below, from, to) : null,
  ];
}
