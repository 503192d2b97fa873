import { auditActions, type AuditAction } from './audit-actions';
import { parseDateWords } from './date-words';
import type { Day } from './days';
import type { Params } from './filters';

/** What the trail is searched for; null where anything goes. */
export interface AuditQuery {
  /** Part of an address or of a key's name. */
  who: string | null;
  action: AuditAction | null;
  /** First and last day, in London. */
  from: Day | null;
  to: Day | null;
  /** The slug of an event. */
  event: string | null;
  /** Words that an entry holds, each by its beginning. */
  words: string | null;
}

const LONGEST = 200;

/** A parameter as text, trimmed; null where it is missing or empty. Postgres refuses NUL, which nobody types. */
function textIn(params: Params, key: string): string | null {
  const given = params instanceof URLSearchParams ? params.get(key) : [params[key]].flat()[0];
  return (given ?? '').replaceAll('\0', '').trim().slice(0, LONGEST) || null;
}

/** The slug of an event from what was typed or pasted: itself, or the address of any of its pages. */
function slugIn(typed: string | null): string | null {
  const path = typed?.split(/[?#]/)[0] ?? '';
  return /\/events\/([^/]+)/.exec(path)?.[1] ?? typed;
}

/**
 * Reads the page's address: the query, the number below which rows are shown (null for the newest), and which dates
 * could not be understood.
 */
export function parseAuditQuery(params: Params): {
  query: AuditQuery;
  below: number | null;
  problems: { field: 'from' | 'to'; value: string }[];
} {
  const text = (key: string) => textIn(params, key);
  const problems: { field: 'from' | 'to'; value: string }[] = [];
  const day = (field: 'from' | 'to', end: 'startsOn' | 'endsOn'): Day | null => {
    const value = text(field);
    const span = value === null ? null : parseDateWords(value);
    if (value !== null && !span) problems.push({ field, value });
    return span?.[end] ?? null;
  };
  const action = text('action');
  const below = Number(text('below') ?? '');
  return {
    query: {
      who: text('who'),
      action: action && Object.hasOwn(auditActions, action) ? (action as AuditAction) : null,
      from: day('from', 'startsOn'),
      to: day('to', 'endsOn'),
      event: slugIn(text('event')),
      words: text('words'),
    },
    below: Number.isSafeInteger(below) && below > 0 ? below : null,
    problems,
  };
}

/** The address of a page of the trail. */
export function auditHref(query: AuditQuery, below: number | null = null): string {
  const given = Object.entries({ ...query, below }).flatMap(([key, value]) =>
    value === null ? [] : [[key, String(value)]],
  );
  return given.length > 0 ? `/admin/audit?${new URLSearchParams(given)}` : '/admin/audit';
}
