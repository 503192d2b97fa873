import type { Sheet } from '@/lib/csv';
import type { Observation } from './series';
import { periodWords } from './series-period';

/** The numbers of a series as a table in the shape that readSeriesTable reads. */
export function seriesSheet(observations: readonly Observation[]): Sheet {
  return {
    header: [
      'starts_on',
      'ends_on',
      'period',
      'value',
      'low',
      'high',
      'marks',
      'source',
      'url',
      'published_on',
      'note',
    ],
    rows: observations.map((observation) => [
      observation.startsOn,
      observation.endsOn,
      periodWords(observation),
      observation.value,
      observation.low,
      observation.high,
      observation.marks.join(' '),
      observation.source,
      observation.url,
      observation.publishedOn,
      observation.note,
    ]),
  };
}
