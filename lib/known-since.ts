import { isDeepStrictEqual } from 'node:util';
import { changedFields } from './changed-fields';
import type { Day } from './days';
import type { EventInput } from './event';
import { countOf, formatCount } from './numbers';

/** What became of an event since a day, for its readers: it came in, changed, or is not public any more. */
const sinceKinds = ['added', 'changed', 'withdrawn'] as const;
export type SinceKind = (typeof sinceKinds)[number];

/** How an event stood at the end of a day, and how it stands now; null where it was not there yet. */
export interface ThenAndNow {
  before: EventInput | null;
  after: EventInput;
}

/** What readers see of the difference; null where they see none, as of a draft that is still one. */
export function sinceKind({ before, after }: ThenAndNow): SinceKind | null {
  const was = before?.status === 'published';
  const is = after.status === 'published';
  if (was && is) return isDeepStrictEqual(before, after) ? null : 'changed';
  if (is) return 'added';
  return was ? 'withdrawn' : null;
}

/** The record on a past day of knowledge, for the notice above what is shown of it. */
export interface KnownOn {
  day: Day;
  /** The day in London of the record's first entry; null where it has none. */
  began: Day | null;
  /** What readers see of the changes since; null where there are too many to look through. */
  since: Record<SinceKind, number> | null;
}

/** What became of the record since, in words: "Since then 3 events were added, 2 changed and 1 withdrawn". */
export function sinceWords({ since }: Pick<KnownOn, 'since'>): string {
  if (since === null) return 'More events have changed since than can be told one by one';
  const told = sinceKinds
    .filter((kind) => since[kind] > 0)
    .map((kind, i) => `${i === 0 ? countOf(since[kind], 'event') : formatCount(since[kind])} ${kind}`);
  return told.length === 0
    ? 'Nothing that readers see has changed since'
    : `Since then: ${told.join(', ').replace(/, ([^,]*)$/, ' and $1')}`;
}

/** The names of the fields in which an event stood otherwise. */
export function fieldsChanged(before: EventInput, after: EventInput): string[] {
  return Object.keys(changedFields<Partial<EventInput>>(before, after).after);
}
