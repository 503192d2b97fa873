import { londonTimeInFull } from './london-time';

/** Somebody who has the form of an event open. */
export interface OpenForm {
  name: string;
  /** An instant, as Postgres writes it. */
  since: string;
}

/** Who else is at it, in words: "Ann has this event open too, since 25 November 2026 at 09:24 (UK time)."; '' for nobody. */
export function openFormWords(others: readonly OpenForm[]): string {
  const each = others.map(({ name, since }) => `${name} (since ${londonTimeInFull(since)})`);
  if (others.length === 0) return '';
  if (others.length === 1)
    return `${others[0]!.name} has this event open too, since ${londonTimeInFull(others[0]!.since)}.`;
  return `${each.slice(0, -1).join(', ')} and ${each.at(-1)} have this event open too.`;
}
