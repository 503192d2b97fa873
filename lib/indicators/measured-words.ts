import { labelOf, measureTerms } from '@/lib/vocabulary';
import type { Indicator } from './indicator';

const people: Record<string, string> = { killed: 'People killed', injured: 'People injured' };

/** What values count, in the plural, for the reason of a status; nothing where they are no counts. */
export function countedNoun({ measure, counted, unit }: Pick<Indicator, 'measure' | 'counted' | 'unit'>) {
  if (measure === 'last') return undefined;
  return counted === null ? 'events' : (unit ?? people[counted]?.toLowerCase());
}

/** What is counted, in words: "Events (Type: Attack)", "People killed in events (…)". `filter` is the filter in words. */
export function measuredWords(
  { measure, counted, unit }: Pick<Indicator, 'measure' | 'counted' | 'unit'>,
  filter: string,
): string {
  if (counted === null) return `Events (${filter})`;
  const what = unit ?? people[counted] ?? labelOf(measureTerms, counted);
  return measure === 'last' ? `Last value in events: ${what} (${filter})` : `${what} in events (${filter})`;
}
