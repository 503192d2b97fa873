import type { EventDraft } from './event-draft';

/** What was typed into a form and not saved, as the browser keeps it for itself. */
export interface KeptDraft {
  /** When it was last typed in: an instant, ISO. */
  at: string;
  /** Of the event; null for a new one. */
  slug: string | null;
  /** The version of the event over which it was typed. */
  version: number;
  /** Of the form that was opened (FormState.key). */
  key: string;
  entries: [name: string, value: string][];
}

/** As much of the browser's Storage as is needed. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'pillarwatch-draft:';
const SENT = 'pillarwatch-sent';
/** Nobody comes back to a form after so long, and what lies about may be read by whoever sits down there. */
const DAYS = 14;

const shelfOf = (user: string, slug: string | null): string => `${PREFIX}${user}:${slug ?? ''}:`;
const placeOf = (user: string, { slug, version, key }: Omit<KeptDraft, 'at' | 'entries'>): string =>
  `${shelfOf(user, slug)}${version}:${key}`;

function places(shelf: Shelf, prefix: string): string[] {
  return Array.from({ length: shelf.length }, (_, i) => shelf.key(i) ?? '').filter((name) =>
    name.startsWith(prefix),
  );
}

function readDraft(text: string | null): KeptDraft | null {
  try {
    const draft = JSON.parse(text ?? '') as KeptDraft;
    const whole = Array.isArray(draft.entries) && !Number.isNaN(Date.parse(draft.at));
    return whole && typeof draft.key === 'string' ? draft : null;
  } catch {
    return null;
  }
}

/** Keeps what is typed, in place of what the same form kept before. Throws where the browser has no room for it. */
export function keepDraft(shelf: Shelf, user: string, draft: KeptDraft): void {
  shelf.setItem(placeOf(user, draft), JSON.stringify(draft));
}

export function forgetDraft(shelf: Shelf, user: string, draft: Omit<KeptDraft, 'at' | 'entries'>): void {
  shelf.removeItem(placeOf(user, draft));
}

/** What a person typed into forms of an event (of new events: null) and did not save, the newest first. */
export function keptDrafts(shelf: Shelf, user: string, slug: string | null, now: number): KeptDraft[] {
  const found = places(shelf, shelfOf(user, slug)).flatMap((place) => {
    const draft = readDraft(shelf.getItem(place));
    if (draft && now - Date.parse(draft.at) < DAYS * 86_400_000) return draft;
    shelf.removeItem(place);
    return [];
  });
  return found.sort((a, b) => b.at.localeCompare(a.at));
}

/** True where somebody typed something in this browser that is not saved. */
export const hasDrafts = (shelf: Shelf): boolean => places(shelf, PREFIX).length > 0;

/** On signing out: nothing that anybody typed stays in the browser. */
export function forgetDrafts(shelf: Shelf): void {
  for (const place of places(shelf, PREFIX)) shelf.removeItem(place);
}

/** Notes that a form is on its way to the server; `shelf` is the tab's own. */
export function noteSent(shelf: Shelf, user: string, draft: Omit<KeptDraft, 'at' | 'entries'>): void {
  shelf.setItem(SENT, placeOf(user, draft));
}

/** The form came back: it is not saved. */
export function forgetSent(shelf: Shelf): void {
  shelf.removeItem(SENT);
}

/** The server says that the form was saved: what the browser kept of it goes. */
export function forgetSaved(shelf: Shelf, tab: Shelf): void {
  const place = tab.getItem(SENT);
  if (place?.startsWith(PREFIX)) shelf.removeItem(place);
  tab.removeItem(SENT);
}

const ROW = /^([a-zA-Z]+)\.(\d{1,2})\.([a-zA-Z]+)$/;
type Rows = Record<string, string>[];

/** The form's fields from what was kept; `like` is any draft, for the names of the fields. */
export function draftFromEntries(like: EventDraft, entries: KeptDraft['entries']): EventDraft {
  const blank = Object.entries(like).map(([key, value]) => [key, Array.isArray(value) ? [] : '']);
  const draft = Object.fromEntries(blank) as Record<string, string | string[] | Rows>;
  for (const [name, value] of entries) {
    const [, group = name, row, key] = ROW.exec(name) ?? [];
    if (!Object.hasOwn(draft, group)) continue;
    const field = draft[group];
    if (!Array.isArray(field)) draft[group] = value;
    else if (key === undefined) (field as string[]).push(value);
    else (field as Rows)[Number(row)] = { ...(field as Rows)[Number(row)], [key]: value };
  }
  for (const field of Object.values(draft))
    if (Array.isArray(field)) field.splice(0, field.length, ...(field as Rows).filter(Boolean));
  return draft as unknown as EventDraft;
}
