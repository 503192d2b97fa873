import { csvHead, csvLine } from '@/lib/csv';
import { rowWords, type CellProblem } from './outcome';
import { AFTER_LAST } from './source-row';

/** The column that says why a row was rejected; a file that has it already is corrected in it. */
export const REASON = 'why_rejected';

/** What is wrong with a cell; a value that stands in no column is kept by its reason. */
const whyWords = ({ column, value, reason }: CellProblem): string =>
  [column, reason].filter(Boolean).join(': ') +
  ((column === '' || column === AFTER_LAST) && value ? ` (left over: ${value})` : '');

/** Rejected rows as a file with the columns of the original and why each was rejected, which can be corrected and imported. */
export async function* correctableFile(
  columns: readonly string[],
  rejected: AsyncIterable<{ row: number; problems: readonly CellProblem[]; raw: Record<string, string> }>,
): AsyncGenerator<string> {
  const kept = columns.filter((column) => column !== REASON);
  yield csvHead([...kept, REASON]);
  for await (const { row, problems, raw } of rejected) {
    const why = `Row ${rowWords(row, problems[0])}: ${problems.map(whyWords).join('; ')}`;
    yield csvLine([...kept.map((column) => raw[column] ?? ''), why]);
  }
}
