import type { Sheet } from '@/lib/csv';
import { surroundingCells, surroundingColumns, type Surroundings } from '@/lib/surrounding-columns';
import type { Observation } from './series';
import { periodWords } from './series-period';

/**
 * The numbers of a series as a table in the shape that readSeriesTable reads; where it is taken away with what goes with its
 * chart, also with what the numbers count.
 */
export function seriesSheet(
  observations: readonly Observation[],
  surroundings: Surroundings | null = null,
  unit = '',
): Sheet {
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
      ...(surroundings ? ['unit', ...surroundingColumns] : []),
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
      ...(surroundings
        ? [unit, ...surroundingCells(surroundings, observation.startsOn, observation.endsOn)]
        : []),
    ]),
  };
}
