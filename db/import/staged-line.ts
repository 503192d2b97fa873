import { createHash } from 'node:crypto';
import type { EventInput } from '@/lib/event';
import { OWN_ROWS, OWN_SLUGS } from '@/lib/import/import-counts';

/** Keys of objects in order of the alphabet, by the order in which they came: a file's events have few shapes. */
const orders = new Map<string, string[]>();
function ordered(keys: string[]): string[] {
  const shape = keys.join();
  const known = orders.get(shape);
  if (known) return known;
  const order = keys.sort();
  if (orders.size < 1000) orders.set(shape, order);
  return order;
}

/** The same with the keys of every object in order of the alphabet, so that equal values have equal JSON. */
function canonical(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(canonical);
  const made: Record<string, unknown> = {};
  for (const key of ordered(Object.keys(value)))
    made[key] = canonical((value as Record<string, unknown>)[key]);
  return made;
}

/** What the file says of an event, without where it stands here: the same text for the same event. */
function saidOf({ slug: _slug, sourceSet: _set, status: _status, ...said }: EventInput): string {
  return JSON.stringify(canonical(said));
}

/** 32 hexadecimal digits. */
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** The text of COPY: a backslash begins an escape; tabs and line ends are escaped in JSON already. */
const copyText = (text: string): string =>
  text.replaceAll(/[\\\t\n\r]/g, (one) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n' })[one] ?? '\\r');

/** True where the JSON holds what PostgreSQL's text cannot: NUL, or half of a surrogate pair. */
export function cannotBeStored(json: string): boolean {
  return /\\u(?:0000|d[89a-f])/.test(json) && /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(json);
}

export interface Staged {
  importId: number;
  position: number;
  /** Rows of the file that it is made from. */
  rows: { first: number; count: number };
  identifier: { scheme: string; value: string } | null;
  event: EventInput;
}

/**
 * One line of COPY for `import_staging`. An event without an identifier gets one made from what it says and its set, by
 * which the same row of the same file is known again. Null where the text cannot be stored.
 */
export function stagedLine({ importId, position, rows, identifier, event }: Staged): string | null {
  const said = saidOf(event);
  const hash = hashOf(said);
  const own = identifier ?? { scheme: OWN_ROWS, value: hashOf(`${event.sourceSet} ${hash}`) };
  const named =
    own.scheme === OWN_SLUGS ||
    event.externalIds.some((id) => id.scheme === own.scheme && id.value === own.value);
  const { slug, sourceSet, status } = event;
  const standing = JSON.stringify({ slug, sourceSet, status });
  const whole = named ? said : saidOf({ ...event, externalIds: [...event.externalIds, own] });
  // Both are objects with members: the one is put into the other, since to write an event as JSON twice takes its time.
  const json = `${standing.slice(0, -1)},${whole.slice(1)}`;
  if (cannotBeStored(json)) return null;
  const cells = [importId, position, rows.first, rows.count, copyText(own.scheme), copyText(own.value), hash];
  return `${cells.join('\t')}\t${copyText(json)}\n`;
}
