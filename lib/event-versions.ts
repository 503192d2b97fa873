import { draftFromEvent, fieldNames, type EventDraft } from './event-draft';
import type { EventInput, EventRecord } from './event';

/** A version's number as an address has it; null where it is none. */
export function versionOf(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/**
 * The two versions of an event that an address asks to compare, the earlier first; where it asks for none, or for one that
 * is not there, the last two. Null where there is only one.
 */
export function comparedVersions(
  from: string | undefined,
  to: string | undefined,
  latest: number,
): { from: number; to: number } | null {
  if (latest < 2) return null;
  const there = (version: number | null): version is number => version !== null && version <= latest;
  const [a, b] = [versionOf(from), versionOf(to)];
  const [one, other] = [there(a) ? a : latest - 1, there(b) ? b : latest];
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

/** Fields of the record that the form has in one, or has not. */
const others: Record<string, string> = {
  startsOn: fieldNames.when,
  endsOn: fieldNames.when,
  precision: fieldNames.when,
  sourceSet: 'Set',
  slug: 'Address',
};

/** What people call the fields of the record that a change touched, each once. */
export function fieldWords(fields: readonly string[]): string[] {
  const names: Record<string, string> = { ...fieldNames, ...others };
  return [...new Set(fields.map((field) => names[field] ?? field))];
}

/** The form with an earlier version in it. The status stays what it is now: restoring what an event said publishes nothing. */
export function draftOfVersion(version: EventInput, now: EventRecord): EventDraft {
  return { ...draftFromEvent(version), status: now.status };
}
