import { eventSchema } from '@/lib/event';
import { readEventRow } from '@/lib/export/read-row';
import { OWN_SLUGS } from './import-counts';
import type { Mapping } from './mapping';
import type { Outcome } from './outcome';
import { pillarwatch } from './presets/pillarwatch';
import type { SourceRow } from './source-row';

type Cells = Record<string, string>;

/** A list as JSON, empty where there is none; the text itself where it is no JSON, which no schema takes for a list. */
function list(text: string | undefined): unknown {
  if (!text) return [];
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** An object of a JSON file; members are called as in the schema. A place may stand as the API gives it. */
function fromJson(cells: Cells): Record<string, unknown> {
  const lists = ['pillars', 'actors', 'measures', 'sources', 'externalIds', 'tags', 'links'];
  return {
    ...cells,
    region: cells.region || cells['place.code'],
    origin: cells.origin || cells['origin.code'],
    sourceSet: cells.sourceSet || undefined,
    marking: cells.marking || undefined,
    status: cells.status || undefined,
    ...Object.fromEntries(lists.map((name) => [name, list(cells[name])])),
  };
}

/** A row of a workbook: text stands there as it is, and what belongs to the event comes from sheets of its own. */
const fromWorkbook = (cells: Cells): Record<string, unknown> => ({
  ...readEventRow(cells, (text) => text),
  actors: list(cells.actors_json),
  measures: list(cells.measures_json),
  sources: list(cells.sources_json),
});

/** The three ways in which Pillarwatch writes an event, told by the names of the columns. */
function inputOf(cells: Cells): Record<string, unknown> {
  if ('startsOn' in cells) return fromJson(cells);
  return 'sources_json' in cells ? fromWorkbook(cells) : readEventRow(cells);
}

/** Columns that are called otherwise than the field they hold. */
const COLUMNS: Record<string, string> = { region: 'place_code', origin: 'origin_code' };

/** The column in which a field of the event stands. */
function columnOf(field: string, cells: Cells): string {
  const snake = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return [field, snake, `${snake}_json`, COLUMNS[field] ?? ''].find((name) => name in cells) ?? field;
}

/**
 * A row of a file that Pillarwatch wrote, as the event that it was. Its slug is what it is known by. Where the import does not
 * name a set for all events, each goes to the set that the file says.
 */
export function pillarwatchRow({ row, cells }: SourceRow, { defaults }: Mapping): Outcome {
  const given = inputOf(cells);
  const keeps = defaults.sourceSet === pillarwatch.set.key && given.sourceSet !== undefined;
  const read = eventSchema.safeParse({ ...given, sourceSet: keeps ? given.sourceSet : defaults.sourceSet });
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => {
      const column = columnOf(String(path[0] ?? ''), cells);
      return { column, value: cells[column] ?? '', reason: message };
    });
    return { kind: 'rejected', row, problems, raw: cells };
  }
  const externalId = { scheme: OWN_SLUGS, value: read.data.slug };
  return { kind: 'event', rows: [row], externalId, event: read.data, raw: cells };
}
