import { LevelsAcross } from './levels-across';
import { LevelsByDay } from './levels-by-day';
import type { Mapping } from './mapping';
import type { CellProblem, Outcome } from './outcome';
import { pillarwatchRow } from './pillarwatch-row';
import { outcomeOfRow } from './row-event';
import type { SourceRow } from './source-row';

/** Takes the rows of a file in order, and gives what became of them as soon as that is known. */
export interface Mapper {
  push(row: SourceRow): Outcome[];
  end(): Outcome[];
}

const strayOutcome = ({ row, cells }: SourceRow, problem: CellProblem): Outcome => ({
  kind: 'rejected',
  row,
  problems: [problem],
  raw: cells,
});

function mapperOf(mapping: Mapping, columns: readonly string[]): Mapper {
  if (mapping.way === 'levels-by-day') return new LevelsByDay(mapping, columns);
  if (mapping.way === 'levels-across') return new LevelsAcross(mapping, columns);
  const read = mapping.way === 'pillarwatch' ? pillarwatchRow : outcomeOfRow;
  return { push: (row) => [read(row, mapping)], end: () => [] };
}

/**
 * What makes events of a file's rows; memory holds at most what is under way. `columns` are those of the file. Every row is
 * accounted for once (see Outcome).
 */
export function createMapper(mapping: Mapping, columns: readonly string[]): Mapper {
  const mapper = mapperOf(mapping, columns);
  return {
    push: (row) => (row.problem ? [strayOutcome(row, row.problem)] : mapper.push(row)),
    end: () => mapper.end(),
  };
}
