import { ImportProblem } from './import-problem';
import { sheetRows, type Reading } from './sheet-rows';
import type { SourceRow } from './source-row';
import type { Archive } from './zip-entries';

/** A sheet of a workbook: its name, and its file in the archive. */
export interface Sheet {
  name: string;
  path: string;
}

/** Sheets of a workbook that Pillarwatch wrote, beside that of the events: a row a part, with the slug of its event. */
const PARTS = ['Sources', 'Actors', 'Measures'] as const;
/** Parts are held while the events are read: beyond so many characters they do not fit beside what else runs. */
const MOST_HELD = 100_000_000;

/** A sheet and those on which it goes on: "Events", "Events 2". */
const named = (sheets: readonly Sheet[], name: string): Sheet[] =>
  sheets.filter((sheet) => sheet.name.replace(/ \d+$/, '') === name);

/** The sheets of events, where it is a workbook of ours; none where it is not. */
export function ownSheets(sheets: readonly Sheet[]): Sheet[] {
  return PARTS.every((part) => named(sheets, part).length > 0) ? named(sheets, 'Events') : [];
}

/** "published_on" as "publishedOn". */
const fieldName = (column: string): string =>
  column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Parts of one kind by slug, each as JSON without the brackets round the list. */
type Lists = Map<string, string>;

/** Texts of JSON for the events that were asked for, so that all of a workbook's parts are read once. */
export class OwnParts {
  readonly #lists = new Map<string, Lists>();
  #held = 0;

  /** Reads every sheet of parts. Throws ImportProblem where they are more than can be held. */
  async read(archive: Archive, sheets: readonly Sheet[], reading: Reading): Promise<void> {
    for (const part of PARTS) {
      const lists: Lists = new Map();
      this.#lists.set(`${part.toLowerCase()}_json`, lists);
      for (const sheet of named(sheets, part)) await this.#readSheet(archive, sheet, reading, lists);
    }
  }

  async #readSheet(archive: Archive, { path }: Sheet, reading: Reading, lists: Lists): Promise<void> {
    let fields: string[] | null = null;
    for await (const { values } of sheetRows(archive, path, reading)) {
      if (!fields) {
        fields = values.map(fieldName);
        continue;
      }
      const cells: Record<string, string> = Object.create(null) as Record<string, string>;
      for (const [i, value] of values.entries()) if (value !== '') cells[fields[i] ?? ''] = value;
      const { slug = '', citation: _words, ...said } = cells;
      const before = lists.get(slug);
      const json = JSON.stringify(said);
      this.#held += json.length + slug.length;
      if (this.#held > MOST_HELD)
        throw new ImportProblem(
          'unsafe',
          'The workbook holds more sources, actors and measures than can be read from one: take the same events as CSV or NDJSON.',
        );
      lists.set(slug, before === undefined ? json : `${before},${json}`);
    }
  }

  /** Columns that are added to those of the sheet of events. */
  get columns(): string[] {
    return [...this.#lists.keys()];
  }

  /** A row of the events with what belongs to it, as lists of JSON. */
  addTo({ row, cells }: SourceRow): SourceRow {
    for (const [column, lists] of this.#lists) cells[column] = `[${lists.get(cells.slug ?? '') ?? ''}]`;
    return { row, cells };
  }
}
