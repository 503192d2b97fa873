import type { Sheet } from '@/lib/csv';
import { surroundingCells, surroundingColumns, type Surroundings } from '@/lib/surrounding-columns';
import type { Reading } from './evaluate';

/** The readings of an indicator as a table, oldest first, with what goes with its chart. */
export function indicatorSheet(readings: readonly Reading[], surroundings: Surroundings): Sheet {
  return {
    header: [
      'from',
      'to',
      'period',
      'value',
      'unit',
      'status',
      'side',
      'band_low',
      'band_high',
      'change_percent',
      'no_status_because',
      ...surroundingColumns,
    ],
    rows: readings.map(({ from, to, title, value, noun, status, side, band, change, missing }) => [
      from,
      to,
      title,
      value,
      noun ?? null,
      status,
      side === 0 ? '' : side > 0 ? 'above' : 'below',
      band?.low ?? null,
      band?.high ?? null,
      change,
      missing,
      ...surroundingCells(surroundings, from, to),
    ]),
  };
}
