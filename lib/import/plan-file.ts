import { createHash } from 'node:crypto';
import { cut } from './cells';
import { REASON } from './correctable';
import { guessMapping, type Question } from './guess';
import { ImportProblem } from './import-problem';
import type { Mapping } from './mapping';
import { openTable } from './open-table';
import type { Preset } from './preset';
import { presetMapping, presets, recognise, type KeptRules } from './presets';
import type { FileFormat, SourceRow } from './source-row';
import type { TextEncodingName, TextReading } from './text-encoding';

/** What is seen of a file before anything is decided about it. */
export interface FileLook {
  format: FileFormat;
  /** Of a text file. */
  encoding: TextEncodingName | undefined;
  /** Of a text of cells. */
  delimiter?: string | undefined;
  /** What stands above the header, a line each. */
  above?: string[];
  columns: string[];
  /** The first rows. */
  rows: SourceRow[];
}

/** Rows by which columns are told, and the order of day and month. */
const SAMPLE = 5_000;

/** Opens a file and reads its beginning; by `known` of how it is read. Throws ImportProblem, also where there is no row. */
export async function lookAt(path: string, most = SAMPLE, known?: TextReading): Promise<FileLook> {
  const { format, encoding, delimiter, above = [], columns, rows } = await openTable(path, known);
  const first: SourceRow[] = [];
  for await (const row of rows) if (first.push(row) >= most) break;
  if (first.length === 0) {
    const named = cut(columns.join(', '), 100);
    throw new ImportProblem(
      'empty',
      `The file has a header (${named}) and no rows: there is nothing to import.`,
    );
  }
  return { format, encoding, delimiter, above, columns, rows: first };
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

/**
 * Plans a file by what it looks like, or as the preset that is named; by the rules of that preset as they are kept, which
 * db/import/plan.ts asks for, else as they come with the product.
 */
export function planFile(
  { columns, rows }: FileLook,
  fileName: string,
  presetKey?: string,
  kept?: ReadonlyMap<string, KeptRules>,
): FilePlan {
  const preset = presets.find(({ key }) => key === presetKey) ?? recognise(columns);
  if (preset)
    return {
      preset,
      mapping: presetMapping(preset, columns, fileName, kept?.get(preset.key)),
      questions: [],
    };
  return { preset: null, ...guessMapping(columns, rows) };
}
