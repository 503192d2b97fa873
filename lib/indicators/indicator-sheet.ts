import type { Sheet } from '@/lib/csv';
import type { Reading } from './evaluate';

/** The readings of an indicator as a table, oldest first. */
export function indicatorSheet(readings: readonly Reading[]): Sheet {
  return {
    header: [
      'from',
      'to',
      'period',
      'value',
      'status',
      'side',
      'band_low',
      'band_high',
      'change_percent',
      'no_status_because',
    ],
    rows: readings.map(({ from, to, title, value, status, side, band, change, missing }) => [
      from,
      to,
      title,
      value,
      status,
      side === 0 ? '' : side > 0 ? 'above' : 'below',
      band?.low ?? null,
      band?.high ?? null,
      change,
      missing,
    ]),
  };
}
