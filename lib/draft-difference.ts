import type { EventDraft } from './event-draft';

/** One field that differs between what a person typed and what somebody else saved. */
export interface Difference {
  field: string;
  mine: string;
  theirs: string;
}

const names: Record<keyof EventDraft, string> = {
  title: 'Title',
  summary: 'Summary',
  when: 'When it happened',
  dateText: 'Date as the source words it',
  type: 'Type',
  pillars: 'Pillars',
  region: 'Place',
  locality: 'Town or site',
  latitude: 'Latitude',
  longitude: 'Longitude',
  origin: 'Sent from',
  actors: 'Actors',
  measures: 'Measures',
  confidence: 'Confidence',
  marking: 'Protective marking',
  tags: 'Tags',
  links: 'Linked events',
  status: 'Status',
  sources: 'Sources',
  externalIds: 'External identifiers',
};

function inWords(value: EventDraft[keyof EventDraft]): string {
  if (typeof value === 'string') return value.trim();
  return value
    .map((item) => (typeof item === 'string' ? item : Object.values(item).filter(Boolean).join(', ')))
    .join('\n');
}

/** Field by field, what differs; in the order of the form. */
export function draftDifferences(mine: EventDraft, theirs: EventDraft): Difference[] {
  return (Object.keys(names) as (keyof EventDraft)[]).flatMap((key) => {
    const [a, b] = [inWords(mine[key]), inWords(theirs[key])];
    return a === b ? [] : [{ field: names[key], mine: a, theirs: b }];
  });
}
