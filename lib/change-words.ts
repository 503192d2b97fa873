import { countOf } from './numbers';

/** What has happened to the events of a question, as the stream of changes counts it. */
export interface LiveChanges {
  created: number;
  changed: number;
}

/** "3 new events and 1 changed event match your filters."; null where nothing has happened. */
export function changeWords({ created, changed }: LiveChanges, filtered: boolean): string | null {
  const parts = [
    created > 0 && countOf(created, 'new event'),
    changed > 0 && countOf(changed, 'changed event'),
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  const verb = created + changed === 1 ? 'matches' : 'match';
  return `${parts.join(' and ')}${filtered ? ` ${verb} your filters` : ''}.`;
}
