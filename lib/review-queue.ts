import type { Params } from './filters';
import { pillarTerms, typeTerms } from './vocabulary';

/** What the queue holds: an event that was submitted, or a change proposed to a published one. */
export const queueKinds = [
  { code: 'event', label: 'New event' },
  { code: 'proposal', label: 'Change to a published event' },
] as const;
export type QueueKind = (typeof queueKinds)[number]['code'];

/** Everybody but who asks: under four eyes nobody decides on their own work. */
export const OTHERS = 'others';

/** What of the queue is asked for, as the address has it; '' where anything goes. */
export interface QueueQuery {
  kind: string;
  /** A person's id, or OTHERS. */
  by: string;
  pillar: string;
  type: string;
}
export type QueueField = keyof QueueQuery;

export const queueFields: readonly { field: QueueField; label: string }[] = [
  { field: 'kind', label: 'What' },
  { field: 'by', label: 'Sent by' },
  { field: 'pillar', label: 'Pillar' },
  { field: 'type', label: 'Type' },
];

export const wholeQueue: QueueQuery = { kind: '', by: '', pillar: '', type: '' };

/** Reads the page's address; Postgres refuses NUL, which nobody types. */
export function parseQueueQuery(params: Params): QueueQuery & { after: string } {
  const text = (key: string): string => {
    const given = params instanceof URLSearchParams ? params.get(key) : [params[key]].flat()[0];
    return (given ?? '').replaceAll('\0', '').trim().slice(0, 100);
  };
  return {
    kind: text('kind'),
    by: text('by'),
    pillar: text('pillar'),
    type: text('type'),
    after: text('after'),
  };
}

/** The address of a page of the queue. */
export function queueHref({ kind, by, pillar, type }: QueueQuery, after = ''): string {
  const given = Object.entries({ kind, by, pillar, type, after }).filter(([, value]) => value !== '');
  return given.length > 0 ? `/admin/review?${new URLSearchParams(given)}` : '/admin/review';
}

/** Items of the queue that are alike in all that it is asked by, and how many there are. */
export interface QueueGroup {
  kind: QueueKind;
  byId: string | null;
  by: string | null;
  pillars: readonly string[];
  type: string;
  count: number;
}

type Choice = Pick<QueueOption, 'code' | 'label'>;

function passes(group: QueueGroup, field: QueueField, value: string, me: string): boolean {
  if (value === '') return true;
  if (field === 'pillar') return group.pillars.includes(value);
  if (field === 'by') return value === OTHERS ? group.byId !== me : group.byId === value;
  return group[field] === value;
}

/** How many items of these groups are asked for. */
export function countQueue(groups: readonly QueueGroup[], query: QueueQuery, me: string): number {
  return groups
    .filter((group) => queueFields.every(({ field }) => passes(group, field, query[field], me)))
    .reduce((sum, { count }) => sum + count, 0);
}

const people = (groups: readonly QueueGroup[], me: string): Choice[] => {
  const names = new Map(
    groups.flatMap(({ byId, by }) => (byId === null ? [] : [[byId, by ?? byId] as const])),
  );
  const each = [...names].map(([code, label]) => ({ code, label: code === me ? `${label} (you)` : label }));
  return [
    { code: OTHERS, label: 'Everybody but you' },
    ...each.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')),
  ];
};

/** A choice of the queue's form with how many it would show under the other choices. */
export interface QueueOption {
  code: string;
  label: string;
  count: number;
}

/**
 * The choices of a field, each counted under all the others (never under its own). What would show nothing is left out, but for what
 * is chosen; a chosen one that is none of ours stays as it was written, since it is what the page was asked for.
 */
export function queueOptions(
  field: QueueField,
  groups: readonly QueueGroup[],
  query: QueueQuery,
  me: string,
): QueueOption[] {
  const terms: readonly Choice[] = {
    kind: queueKinds,
    by: people(groups, me),
    pillar: pillarTerms,
    type: typeTerms,
  }[field];
  const chosen = query[field];
  const known = terms.some(({ code }) => code === chosen);
  const all = chosen && !known ? [...terms, { code: chosen, label: chosen }] : terms;
  return all
    .map(({ code, label }) => ({ code, label, count: countQueue(groups, { ...query, [field]: code }, me) }))
    .filter(({ code, count }) => count > 0 || code === chosen);
}
