import { ImportProblem } from './import-problem';
import { sheetRows, type Reading } from './sheet-rows';
import { cellsOf, type SourceRow } from './source-row';
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

/** A row of a sheet of parts: the slug of its event, and what it says as JSON. */
interface PartRow {
  row: number;
  slug: string;
  json: string;
}

async function* partRows(archive: Archive, path: string, reading: Reading): AsyncGenerator<PartRow> {
  let fields: string[] | null = null;
  for await (const { row, values } of sheetRows(archive, path, reading)) {
    if (!fields) {
      fields = values.map(fieldName);
      continue;
    }
    const cells: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [i, value] of values.entries()) if (value !== '') cells[fields[i] ?? ''] = value;
    const { slug = '', citation: _words, ...said } = cells;
    yield { row, slug, json: JSON.stringify(said) };
  }
}

/** What is wrong with a part that belongs to no event. */
const strayReason = (slug: string): string =>
  slug === ''
    ? 'It names no event: give the slug of one on the sheet Events'
    : 'There is no event with this slug on the sheet Events';

/** Texts of JSON for the events that were asked for, so that all of a workbook's parts are read once. */
export class OwnParts {
  readonly #lists = new Map<string, Lists>();
  /** Slugs of the events that there were, of those that have parts. */
  readonly #asked = new Set<string>();
  readonly #archive: Archive;
  readonly #sheets: readonly Sheet[];
  readonly #reading: Reading;
  #held = 0;

  constructor(archive: Archive, sheets: readonly Sheet[], reading: Reading) {
    this.#archive = archive;
    this.#sheets = sheets;
    this.#reading = reading;
  }

  /** Reads every sheet of parts. Throws ImportProblem where they are more than can be held. */
  async read(): Promise<void> {
    for await (const { column, slug, json } of this.#rows()) {
      const lists = this.#lists.get(column)!;
      const before = lists.get(slug);
      this.#held += json.length + slug.length;
      if (this.#held > MOST_HELD)
        throw new ImportProblem(
          'unsafe',
          'The workbook holds more sources, actors and measures than can be read from one: take the same events as CSV or NDJSON.',
        );
      lists.set(slug, before === undefined ? json : `${before},${json}`);
    }
  }

  async *#rows(): AsyncGenerator<PartRow & { sheet: string; column: string }> {
    for (const part of PARTS) {
      const column = `${part.toLowerCase()}_json`;
      if (!this.#lists.has(column)) this.#lists.set(column, new Map());
      for (const { name, path } of named(this.#sheets, part))
        for await (const row of partRows(this.#archive, path, this.#reading))
          yield { ...row, sheet: name, column };
    }
  }

  /** Columns that are added to those of the sheet of events. */
  get columns(): string[] {
    return [...this.#lists.keys()];
  }

  /** A row of the events with what belongs to it, as lists of JSON. */
  addTo(row: SourceRow): SourceRow {
    const { cells } = row;
    const { slug = '' } = cells;
    for (const [column, lists] of this.#lists) {
      const list = slug === '' ? undefined : lists.get(slug);
      if (list !== undefined) this.#asked.add(slug);
      cells[column] = `[${list ?? ''}]`;
    }
    return row;
  }

  /**
   * Once every event has been asked for: the parts that belong to none, each a row that is counted on after row `after`, with
   * the columns of the table. The sheets are read again only where there are such parts.
   */
  async *strays(columns: readonly string[], after: number): AsyncGenerator<SourceRow> {
    const isStray = (slug: string): boolean => !this.#asked.has(slug);
    if (![...this.#lists.values()].some((lists) => [...lists.keys()].some(isStray))) return;
    let at = after;
    for await (const { row, slug, json, sheet, column } of this.#rows()) {
      if (!isStray(slug)) continue;
      const cells = Object.assign(cellsOf(columns, []), { slug, [column]: `[${json}]` });
      const problem = { column: 'slug', value: slug, reason: strayReason(slug), sheet: { name: sheet, row } };
      yield { row: ++at, cells, problem };
    }
  }
}
