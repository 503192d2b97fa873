import { z } from 'zod';
import {
  actorSchema,
  eventSchema,
  externalIdSchema,
  measureSchema,
  OWN_SET,
  slugFrom,
  sourceSchema,
  type EventInput,
} from '../event';
import { OWN_SCHEME } from '../event-draft';
import { unkept, pointerOf } from './json-text';
import { ApiProblem, type ProblemError } from './problem-types';
import type { WholeEvent } from './event-shape';

const { slug, sourceSet: _set, region, ...shape } = eventSchema.shape;

/** What a program may write of an event. Names of places may stand beside their codes, as in what was got. */
const written = {
  ...shape,
  place: z.strictObject({ code: region, name: z.string().optional() }),
  actors: z.array(z.strictObject(actorSchema.shape)).max(20).default([]),
  measures: z.array(z.strictObject(measureSchema.shape)).max(20).default([]),
  sources: z.array(z.strictObject(sourceSchema.shape)).min(1, 'Add at least one source').max(20),
  externalIds: z.array(z.strictObject(externalIdSchema.shape)).max(10).default([]),
  // Nobody publishes by leaving something out.
  status: shape.status.unwrap().default('draft'),
};

/** A new event; its slug is made of the title where none is wished for. */
export const newEventSchema = z.strictObject({ ...written, slug: slug.optional() });

/** A whole event in place of another. What cannot be changed may be sent back as it was got. */
export const replacedEventSchema = z.strictObject({
  ...written,
  slug: slug.optional(),
  version: z.int().optional(),
  set: z.string().optional(),
  createdAt: z.string().optional(),
  updatedAt: z.string().optional(),
});
const fixed = ['slug', 'version', 'set', 'createdAt', 'updatedAt'] as const;

const errorOf = (path: readonly PropertyKey[], detail: string): ProblemError => ({
  pointer: pointerOf(path.map((part) => (typeof part === 'number' ? part : String(part)))),
  detail,
});

/** Where in the body a field of the schema stands. */
const bodyPath = (path: readonly PropertyKey[]): PropertyKey[] =>
  path[0] === 'region' ? ['place', 'code'] : path[0] === 'sourceSet' ? ['set'] : [...path];

function problemOf({ issues }: z.ZodError): ApiProblem {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => errorOf([...issue.path, name], `There is no member “${name.slice(0, 100)}”`))
      : [],
  );
  if (unknown.length > 0)
    return new ApiProblem('bad-body', 'The body has members that are unknown.', unknown);
  const errors = issues.map(({ path, message }) => errorOf(bodyPath(path), message));
  return new ApiProblem('invalid', 'The body has values that cannot be used.', errors);
}

/** A body as its schema reads it. Throws ApiProblem, which points to each member that is unknown or wrong. */
export function checked<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const bad = unkept(body);
  if (bad) throw new ApiProblem('invalid', 'The body holds what cannot be kept.', [bad]);
  const result = schema.safeParse(body);
  if (!result.success) throw problemOf(result.error);
  return result.data;
}

const ownIds = (ids: EventInput['externalIds']) => ids.filter(({ scheme }) => OWN_SCHEME.test(scheme));

function eventOf(
  { place, ...body }: z.output<typeof newEventSchema>,
  known: { slug: string; set: string },
): EventInput {
  const whole = eventSchema.safeParse({
    ...body,
    slug: known.slug,
    sourceSet: known.set,
    region: place.code,
  });
  if (!whole.success) throw problemOf(whole.error);
  return whole.data;
}

/** A new event out of a body. Throws ApiProblem where it is none. */
export function newEvent(body: unknown): EventInput {
  const read = checked(newEventSchema, body);
  if (ownIds(read.externalIds).length > 0)
    throw new ApiProblem('invalid', 'External identifiers of this scheme are Pillarwatch’s own.', [
      { pointer: '/externalIds', detail: 'A scheme must not begin with pillarwatch-' },
    ]);
  return eventOf(read, { slug: read.slug ?? slugFrom(read.title, read.startsOn), set: OWN_SET });
}

/** An event that takes the place of `current`. Throws ApiProblem where the body is none, or changes what is fixed. */
export function replacedEvent(body: unknown, current: WholeEvent): EventInput {
  const { version: _v, set: _s, createdAt: _c, updatedAt: _u, ...read } = checked(replacedEventSchema, body);
  const given = body as Partial<WholeEvent>;
  const errors = fixed
    .filter((name) => given[name] !== undefined && given[name] !== current[name])
    .map((name) => errorOf([name], 'This cannot be changed: leave it out or send it back as it was'));
  if (errors.length > 0) throw new ApiProblem('invalid', 'The body changes what is fixed.', errors);
  const own = ownIds(current.externalIds);
  const others = read.externalIds.filter(({ scheme }) => !OWN_SCHEME.test(scheme));
  return eventOf({ ...read, externalIds: [...others, ...own] }, current);
}
