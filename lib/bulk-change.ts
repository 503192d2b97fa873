import { eventSchema, type EventInput } from './event';
import { confidenceTerms, pillarTerms, confidences, pillars } from './vocabulary';
import { moveRefusal, mustPropose, type Mover } from './workflow';

/** The most events that are changed at once: they are written in one transaction, while others wait. */
export const BULK_MOST = 500;

/** What is done to many events at once, by its code; those of a tag take the tag beside them. */
export const bulkOptions: readonly { group: string; options: readonly { code: string; label: string }[] }[] =
  [
    {
      group: 'Tags',
      options: [
        { code: 'add-tag', label: 'Add the tag' },
        { code: 'remove-tag', label: 'Remove the tag' },
        { code: 'replace-tag', label: 'Replace the tag' },
      ],
    },
    {
      group: 'Confidence',
      options: confidenceTerms.map(({ code, label }) => ({
        code: `confidence:${code}`,
        label: `Confidence: ${label}`,
      })),
    },
    {
      group: 'Pillars',
      options: pillarTerms.flatMap(({ code, label }) => [
        { code: `add-pillar:${code}`, label: `Add the pillar ${label}` },
        { code: `remove-pillar:${code}`, label: `Remove the pillar ${label}` },
      ]),
    },
    {
      group: 'Status',
      options: [
        { code: 'submit', label: 'Submit for review' },
        { code: 'archive', label: 'Archive' },
      ],
    },
  ];

export interface BulkChange {
  code: string;
  /** '' where the change is of no tag. */
  tag: string;
  /** What the tag becomes, where it is replaced; '' otherwise. */
  to: string;
}

function readTag(typed: string, missing: string): { tag: string } | { problem: string } {
  const read = eventSchema.shape.tags.safeParse([typed.trim().toLowerCase()]);
  if (read.success) return { tag: read.data[0]! };
  return { problem: typed.trim() ? read.error.issues[0]!.message : missing };
}

/** The change that a form asks for, or why it is none and in which field. */
export function readBulkChange(
  code: string,
  typedTag: string,
  typedTo = '',
): BulkChange | { problem: string; field: 'do' | 'tag' | 'to' } {
  if (!bulkOptions.some(({ options }) => options.some((option) => option.code === code)))
    return { problem: 'Select what to do', field: 'do' };
  if (!code.endsWith('-tag')) return { code, tag: '', to: '' };
  const tag = readTag(typedTag, 'Enter the tag to add, remove or replace');
  if ('problem' in tag) return { ...tag, field: 'tag' };
  if (code !== 'replace-tag') return { code, tag: tag.tag, to: '' };
  const to = readTag(typedTo, 'Enter the tag to put in its place');
  return 'problem' in to ? { ...to, field: 'to' } : { code, tag: tag.tag, to: to.tag };
}

/** The change in words: "Add the tag ports", "Replace the tag ports by harbours". */
export function bulkWords({ code, tag, to }: BulkChange): string {
  const option = bulkOptions.flatMap(({ options }) => options).find((one) => one.code === code);
  return [option?.label ?? code, tag, to && `by ${to}`].filter(Boolean).join(' ');
}

/** The event after the change, as far as the change itself goes. */
function changed({ code, tag, to }: BulkChange, event: EventInput): EventInput {
  const [verb, value] = code.split(':');
  const pillar = pillars.find((one) => one === value);
  switch (verb) {
    case 'add-tag':
      return { ...event, tags: event.tags.includes(tag) ? event.tags : [...event.tags, tag] };
    case 'remove-tag':
      return { ...event, tags: event.tags.filter((one) => one !== tag) };
    case 'replace-tag':
      return { ...event, tags: [...new Set(event.tags.map((one) => (one === tag ? to : one)))] };
    case 'add-pillar':
      return { ...event, pillars: pillars.filter((one) => one === pillar || event.pillars.includes(one)) };
    case 'remove-pillar':
      return { ...event, pillars: event.pillars.filter((one) => one !== pillar) };
    case 'confidence':
      return { ...event, confidence: confidences.find((one) => one === value) ?? event.confidence };
    case 'submit':
      return { ...event, status: event.status === 'draft' ? 'in_review' : event.status };
    default:
      return { ...event, status: 'archived' };
  }
}

/** What would become of an event: written at once, proposed to a reviewer, left since nothing changes, or left and why. */
export type BulkPlan = { kind: 'write' | 'propose'; after: EventInput } | { kind: 'left'; why: string };

const SAME = ['title', 'tags', 'pillars', 'confidence', 'status'] as const;

/**
 * Plans the change of one event by the rules of any save: the schema, who may move it, and what must be proposed. `waiting`:
 * the person has a change of this event in review already, which a second proposal would replace.
 */
export function bulkPlan(
  change: BulkChange,
  event: EventInput,
  mover: Omit<Mover, 'own'>,
  waiting: boolean,
): BulkPlan {
  const left = (why: string): BulkPlan => ({ kind: 'left', why });
  if (change.code === 'submit' && event.status !== 'draft') return left('Only a draft can be submitted');
  const after = changed(change, event);
  if (SAME.every((key) => JSON.stringify(after[key]) === JSON.stringify(event[key])))
    return left('It is so already');
  const read = eventSchema.safeParse(after);
  if (!read.success) return left(read.error.issues[0]!.message);
  if (after.status === event.status && mustPropose(event.status, mover))
    return waiting
      ? left('You have a change of it in review: a second one would take its place')
      : { kind: 'propose', after };
  const refusal = moveRefusal(event.status, after.status, { ...mover, own: true });
  return refusal && after.status !== event.status ? left(refusal) : { kind: 'write', after };
}
