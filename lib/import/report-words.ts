import { countOf } from '@/lib/numbers';
import { cut } from './cells';
import type { ImportCounts, SkippedRows, Verdict } from './import-counts';
import { pillarwatch } from './presets/pillarwatch';

/** What becomes of an event: before anything is written, and after. */
export const verdictWords: Record<Verdict, { label: string; before: string; after: string }> = {
  new: { label: 'New', before: 'will be added', after: 'added' },
  changed: {
    label: 'Changed',
    before: 'differ from what an import wrote, and will be updated',
    after: 'updated, with the version before in the history',
  },
  identical: {
    label: 'Identical',
    before: 'are here as the file has them',
    after: 'were here as the file has them',
  },
  duplicate: {
    label: 'Held as likely duplicates',
    before: 'look like an event here, or give an identifier twice',
    after: 'not written: they look like an event here, or give an identifier twice',
  },
  edited: {
    label: 'Edited here since',
    before: 'differ from the file, but people have edited them here: they stay as they are',
    after: 'left as people have edited them here',
  },
};

/** The set of a file whose events each go to the set that it names. */
export const KEPT_SETS = 'As the file says of each event';

/** The set that the events of an import go to, by its title. */
export const setWords = ({
  sourceSet,
  setTitle,
}: {
  sourceSet: string | null;
  setTitle: string | null;
}): string => (sourceSet === pillarwatch.set.key ? KEPT_SETS : (setTitle ?? ''));

/** Which lines above the header were passed over, so that nobody misses a row. */
export function aboveWords(above: readonly string[]): string {
  const lines =
    above.length === 1 ? 'The line above the header is' : `${above.length} lines above the header are`;
  return `${lines} taken for a title and not for rows: “${cut(above.join(' / '), 200)}”.`;
}

/** By which rules of its format a file is read. */
export function rulesWords({
  preset,
  version,
  own,
}: {
  preset: { title: string };
  version: number;
  own: boolean;
}): string {
  const which = version === 0 ? 'the rules that come with the product' : `version ${version} of the rules`;
  return `${preset.title}, by ${which}${own ? ', changed for this file' : ''}`;
}

const line = (count: number, words: string): string => `${String(count).padStart(9)}  ${words}`;

/** The report for a terminal: a line a number, so that they can be added up. */
export function reportLines(
  { rows, events, rowsOf, rejected, skipped }: ImportCounts,
  reasons: readonly SkippedRows[],
  applied: boolean,
): string[] {
  const verdicts = Object.entries(verdictWords) as [Verdict, (typeof verdictWords)[Verdict]][];
  return [
    line(rows, 'rows in the file, of which'),
    ...verdicts.map(([verdict, { label, before, after }]) => {
      const made = events[verdict] === rowsOf[verdict] ? '' : `, ${countOf(events[verdict], 'event')}`;
      return line(rowsOf[verdict], `${label.toLowerCase()}${made}: ${applied ? after : before}`);
    }),
    line(rejected, 'rejected'),
    line(skipped, 'skipped'),
    ...reasons.map((one) => line(one.rows, `  ${one.reason}`)),
  ];
}
