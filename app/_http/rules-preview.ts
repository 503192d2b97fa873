import type { Database } from '@/db/client';
import { jobProblemWords } from '@/db/import/job-problem';
import { currentRules, newestFile } from '@/db/import/preset-rules';
import type { RuleBook } from '@/lib/import/mapping';
import { lookAt } from '@/lib/import/plan-file';
import type { Preset } from '@/lib/import/preset';
import { presetMapping } from '@/lib/import/presets';
import { previewRules, type RulesPreview } from '@/lib/import/rules-preview';
import { uploadPath } from '@/lib/import/upload-folder';

/** Rows that a preview reads at most: about a second's work. */
const MOST_ROWS = 20_000;

/** What changed rules would make of the newest file of their format; or why that cannot be told. */
export type FilePreview = ({ file: string; whole: boolean } & RulesPreview) | { none: string };

/** Reads the newest file of a format that is still here by the rules that hold and by others. Nothing is stored. */
export async function previewOnFile(db: Database, preset: Preset, book: RuleBook): Promise<FilePreview> {
  const file = await newestFile(db, preset);
  if (!file?.storedAs)
    return {
      none: 'No file of this format is waiting to be imported, so there is nothing to show it on: upload one first, and come back before you import it.',
    };
  try {
    const look = await lookAt(uploadPath(file.storedAs), MOST_ROWS, file);
    const now = (await currentRules(db)).get(preset.key);
    const before = presetMapping(preset, look.columns, file.fileName, now);
    const after = presetMapping(preset, look.columns, file.fileName, {
      ...book,
      version: before.rulesVersion,
    });
    const whole = look.rows.length < MOST_ROWS;
    return { file: file.fileName, whole, ...previewRules(look, before, after) };
  } catch (error) {
    const words = jobProblemWords(error);
    if (words === null) throw error;
    return { none: `${file.fileName}: ${words}` };
  }
}
