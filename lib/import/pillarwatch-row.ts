import { eventSchema } from '@/lib/event';
import type { Mapping } from './mapping';
import type { Outcome } from './outcome';
import type { SourceRow } from './source-row';

/** The cell under any of these names. */
const first = (cells: Record<string, string>, ...names: string[]): string =>
  names.map((name) => cells[name]).find((value) => value !== undefined && value !== '') ?? '';

/** A list as JSON; null where it is none. */
function list(text: string): unknown[] | null {
  if (text === '') return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? (value as unknown[]) : null;
  } catch {
    return null;
  }
}

/** Codes in a list as JSON, or parted by semicolons. */
const codes = (text: string): unknown[] =>
  text.startsWith('[')
    ? (list(text) ?? [text])
    : text
        .split(';')
        .map((part) => part.trim())
        .filter(Boolean);

/** CSV files disarm formulas with an apostrophe: it was not in the text. */
const rearmed = (text: string): string => (/^'[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text);

function inputOf(given: Record<string, string>, { defaults }: Mapping): Record<string, unknown> {
  const cells = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, rearmed(value)]));
  const listOf = (name: string): unknown[] | null => list(first(cells, `${name}_json`, name));
  const sourceSet = first(cells, 'source_set', 'sourceSet');
  return {
    slug: cells.slug,
    // A set that is not here yet is made by whoever imports.
    sourceSet: defaults.sourceSet === 'pillarwatch' && sourceSet ? sourceSet : defaults.sourceSet,
    title: cells.title,
    summary: cells.summary,
    startsOn: first(cells, 'starts_on', 'startsOn'),
    endsOn: first(cells, 'ends_on', 'endsOn'),
    precision: cells.precision,
    dateText: first(cells, 'date_text', 'dateText') || null,
    type: cells.type,
    pillars: codes(cells.pillars ?? ''),
    region: first(cells, 'place_code', 'place.code'),
    locality: cells.locality || null,
    latitude: cells.latitude || null,
    longitude: cells.longitude || null,
    origin: first(cells, 'origin_code', 'origin.code') || null,
    confidence: cells.confidence,
    marking: cells.marking || undefined,
    actors: listOf('actors'),
    measures: listOf('measures'),
    sources: listOf('sources'),
    externalIds: list(first(cells, 'external_ids_json', 'externalIds')) ?? 'unreadable',
    tags: codes(cells.tags ?? ''),
    links: codes(cells.links ?? ''),
    status: cells.status || undefined,
  };
}

/** A row of a file that Pillarwatch wrote, as the event that it was. Its slug is its identifier. */
export function pillarwatchRow({ row, cells }: SourceRow, mapping: Mapping): Outcome {
  const read = eventSchema.safeParse(inputOf(cells, mapping));
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => ({
      column: String(path[0] ?? ''),
      value: cells[String(path[0] ?? '')] ?? '',
      reason: message,
    }));
    return { kind: 'rejected', row, problems, raw: cells };
  }
  const externalId = { scheme: 'pillarwatch', value: read.data.slug };
  return { kind: 'event', rows: [row], externalId, event: read.data, raw: cells };
}
