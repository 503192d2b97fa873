import { heightOf } from './chart-columns';
import type { PeriodData } from './chart-period';
import { listed } from './listed';
import { countOf, formatCount } from './numbers';
import type { Day } from './days';
import { overlayWords, type Overlay } from './overlay';
import { placeName } from './places';

/** A lockdown that lies behind a chart. */
export interface LockdownSpell {
  region: string;
  startsOn: Day;
  endsOn: Day;
}

/** Why the columns are higher than the events are many, with both numbers; nothing where they are not. */
export function sumNote({ columns, total }: PeriodData, shown: readonly number[]): string {
  const stacked = columns.reduce((sum, column) => sum + heightOf(column, shown), 0);
  if (stacked <= total) return '';
  return `An event with two pillars counts under each: the columns add up to ${formatCount(stacked)} for ${countOf(total, 'event')}.`;
}

/** What the bands and dots of a chart are, in its key; '' where there are none. */
export function bandWords(overlay: Overlay, spells: readonly LockdownSpell[]): string {
  if (spells.length === 0) return '';
  return overlay.kind === 'events' ? `over it: ${overlayWords(overlay)}` : lockdownWords(spells);
}

/** Whose lockdowns the bands are: "lockdown in England". */
export function lockdownWords(spells: readonly LockdownSpell[]): string {
  const names = [...new Set(spells.map(({ region }) => placeName(region)))];
  return `lockdown in ${names.length > 3 ? `${names.length} places` : listed(names)}`;
}
