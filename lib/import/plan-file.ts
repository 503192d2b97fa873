import { createHash } from 'node:crypto';
import { REASON } from './correctable';
import { guessMapping, type Question } from './guess';
import type { Mapping } from './mapping';
import { openTable } from './open-table';
import type { Preset } from './preset';
import { presetMapping, presets, recognise } from './presets';
import type { FileFormat, SourceRow } from './source-row';

/** What is seen of a file before anything is decided about it. */
export interface FileLook {
  format: FileFormat;
  columns: string[];
  /** The first rows. */
  rows: SourceRow[];
}

/** Rows by which columns are told, and the order of day and month. */
const SAMPLE = 5_000;

/** Opens a file and reads its beginning. Throws ImportProblem. */
export async function lookAt(path: string, most = SAMPLE): Promise<FileLook> {
  const { format, columns, rows } = await openTable(path);
  const first: SourceRow[] = [];
  for await (const row of rows) if (first.push(row) >= most) break;
  return { format, columns, rows: first };
}

/** Names the shape of a file: the same for the same columns in any order. */
export function shapeOf(columns: readonly string[]): string {
  const names = columns.filter((name) => name !== REASON).map((name) => name.trim().toLowerCase());
  return createHash('sha256').update(JSON.stringify(names.sort())).digest('hex').slice(0, 32);
}

/** How a file may be read: as the known format that it is, or by a guess. */
export interface FilePlan {
  preset: Preset | null;
  mapping: Mapping;
  questions: Question[];
}

/** Plans a file by what it looks like, or as the preset that is named. */
export function planFile({ columns, rows }: FileLook, fileName: string, presetKey?: string): FilePlan {
  const preset = presets.find(({ key }) => key === presetKey) ?? recognise(columns);
  if (preset) return { preset, mapping: presetMapping(preset, columns, fileName), questions: [] };
  return { preset: null, ...guessMapping(columns, rows) };
}
