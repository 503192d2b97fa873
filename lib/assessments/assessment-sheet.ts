import type { Sheet } from '@/lib/csv';
import { placeName } from '@/lib/places';
import type { Assessment } from './assessment';

/** An assessment as it was recorded. */
export interface RecordedAssessment extends Assessment {
  id: number;
  /** The instant at which it was written. */
  writtenAt: string;
  /** False where a later entry for the same month, place and pillar took its place. */
  current: boolean;
}

/** Assessments with their history as a table of data. */
export function assessmentSheet(rows: readonly RecordedAssessment[]): Sheet {
  return {
    header: ['month', 'place_code', 'place', 'pillar', 'assessment', 'reason', 'current', 'written_at'],
    rows: rows.map(({ month, place, pillar, trend, reason, current, writtenAt }) => [
      month.slice(0, 7),
      place,
      placeName(place),
      pillar,
      trend,
      reason,
      current ? 'yes' : 'no',
      new Date(writtenAt).toISOString(),
    ]),
  };
}
