import { rearmed } from '../csv';
import { splitList, splitPair } from './cell-list';

/** A row of a CSV file by the names of its columns. */
export type Row = Readonly<Record<string, string | undefined>>;

function actorOf(item: string): { name: string; role: string } {
  const found = /^(.*) \((\w+)\)$/su.exec(item);
  return { name: found?.[1] ?? item, role: found?.[2] ?? '' };
}

function measureOf(item: string): { measure: string; value: string; unit: string } {
  const found = /^(\w*)=(\S*) ?(.*)$/su.exec(item);
  return { measure: found?.[1] ?? item, value: found?.[2] ?? '', unit: found?.[3] ?? '' };
}

function externalIdOf(item: string): { scheme: string; value: string } {
  const [scheme, value] = splitPair(item) ?? ['', item];
  return { scheme, value };
}

/** The cell's JSON; the text itself where it is none, which no schema takes for a list. */
function jsonOf(text: string): unknown {
  if (text === '') return [];
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * A row of a file of events (event-columns.ts) as what eventSchema parses: the same event that was written. Columns that
 * are left out are fields without a value. `plain` is how a cell's text is got: in CSV formulas are disarmed. Whatever the
 * cells hold it does not throw: the schema says what is wrong.
 */
export function readEventRow(row: Row, plain: (cell: string) => string = rearmed): Record<string, unknown> {
  const or = (name: string): string => plain(row[name] ?? '');
  const list = (name: string): string[] => splitList(or(name));
  return {
    slug: or('slug'),
    sourceSet: or('source_set') || undefined,
    title: or('title'),
    summary: or('summary'),
    startsOn: or('starts_on'),
    endsOn: or('ends_on'),
    precision: or('precision'),
    dateText: or('date_text'),
    type: or('type'),
    pillars: list('pillars'),
    region: or('place_code'),
    locality: or('locality'),
    latitude: or('latitude'),
    longitude: or('longitude'),
    origin: or('origin_code'),
    actors: list('actors').map(actorOf),
    measures: list('measures').map(measureOf),
    confidence: or('confidence'),
    marking: or('marking') || undefined,
    sources: jsonOf(or('sources')),
    externalIds: list('external_ids').map(externalIdOf),
    tags: list('tags'),
    links: list('links'),
  };
}
