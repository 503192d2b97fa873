import { createHash } from 'node:crypto';
import type { EventInput } from '@/lib/event';
import { OWN_ROWS, OWN_SLUGS } from '@/lib/import/import-counts';

/** JSON with the keys in order of the alphabet, so that equal values have equal text. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const one = (value as Record<string, unknown>)[key];
    if (one !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonical(one)}`;
  }
  return `{${text}}`;
}

/** What the file says of an event, without where it stands here: 32 hexadecimal digits. */
export function contentHash({ slug: _slug, sourceSet: _set, status: _status, ...said }: EventInput): string {
  return createHash('sha256').update(canonical(said)).digest('hex').slice(0, 32);
}

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
  const hash = contentHash(event);
  const own = identifier ?? {
    scheme: OWN_ROWS,
    value: createHash('sha256').update(`${event.sourceSet} ${hash}`).digest('hex').slice(0, 32),
  };
  const named =
    own.scheme === OWN_SLUGS ||
    event.externalIds.some((id) => id.scheme === own.scheme && id.value === own.value);
  const json = JSON.stringify(named ? event : { ...event, externalIds: [...event.externalIds, own] });
  if (cannotBeStored(json)) return null;
  const cells = [importId, position, rows.first, rows.count, copyText(own.scheme), copyText(own.value), hash];
  return `${cells.join('\t')}\t${copyText(json)}\n`;
}
