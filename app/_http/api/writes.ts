import { createOnce } from '@/db/api-events';
import { database } from '@/db/client';
import { constraintProblem } from '@/db/constraint-problem';
import { unknownSlugs } from '@/db/event-form';
import { readEvent } from '@/db/event-record';
import { createEvent, setArchived, updateEvent, type SaveResult } from '@/db/event-writes';
import { propose } from '@/db/review';
import { newEvent, replacedEvent } from '@/lib/api/event-body';
import { wholeEvent } from '@/lib/api/event-shape';
import { pointerOf } from '@/lib/api/json-text';
import { mergePatch } from '@/lib/api/merge-patch';
import { ApiProblem } from '@/lib/api/problem-types';
import { API } from '@/lib/api/routes';
import { env } from '@/lib/env';
import type { EventInput, EventRecord } from '@/lib/event';
import { authorOf, type Call } from './call';
import { checkFourEyes, mustBeProposed, proposedAnswer } from './four-eyes';
import { readBody } from './read-body';
import { versionTag } from './reads';

function answer(record: EventRecord, status: number, more: Record<string, string> = {}): Response {
  const address = `${env().PUBLIC_URL}${API}/events/${record.slug}`;
  return Response.json(wholeEvent(record), {
    status,
    headers: {
      ETag: versionTag(record.version),
      'Cache-Control': 'no-store',
      'Content-Location': address,
      ...more,
    },
  });
}

/** Publishing, and changing what is public, takes a scope of its own. */
function checkPublic({ key }: Call, ...statuses: EventInput['status'][]): void {
  if (statuses.includes('published') && !key!.scopes.has('events:publish'))
    throw new ApiProblem(
      'not-allowed',
      'This key may not publish, nor change what is published (events:publish).',
    );
}

async function checkLinks({ links }: EventInput): Promise<void> {
  const unknown = await unknownSlugs(database(), links);
  if (unknown.length === 0) return;
  throw new ApiProblem(
    'invalid',
    'The event links to events that are not there.',
    unknown.map((slug) => ({
      pointer: `/links/${links.indexOf(slug)}`,
      detail: `There is no event “${slug}”`,
    })),
  );
}

/** What a constraint of the database refuses, as a problem of the body. */
async function saving<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const refused = constraintProblem(error);
    if (!refused) throw error;
    const pointer = pointerOf(refused.field.split('.').map((part) => (part === 'region' ? 'place' : part)));
    const type = refused.field.startsWith('externalIds') ? 'conflict' : 'invalid';
    throw new ApiProblem(type, `${refused.message}.`, [{ pointer, detail: refused.message }]);
  }
}

/** The name that a program gave its request; null where it gave none. */
function requestName({ request }: Call): string | null {
  const name = request.headers.get('Idempotency-Key');
  if (name !== null && !/^[\x21-\x7e]{1,255}$/.test(name))
    throw new ApiProblem('invalid', 'Idempotency-Key must have 1 to 255 visible characters.');
  return name;
}

export async function postEvent(call: Call): Promise<Response> {
  const name = requestName(call);
  const { body, text } = await readBody(call.request, 'application/json');
  const event = newEvent(body);
  checkPublic(call, event.status);
  await checkFourEyes(call, event, null);
  await checkLinks(event);
  const by = authorOf(call);
  const db = database();
  const created = (record: EventRecord, more = {}) =>
    answer(record, 201, { Location: `${env().PUBLIC_URL}${API}/events/${record.slug}`, ...more });
  if (name === null) {
    const slug = await saving(() => createEvent(db, event, by));
    return created((await readEvent(db, slug))!);
  }
  const once = await saving(() => createOnce(db, { keyId: call.key!.id, name, meaning: text }, event, by));
  if (once === 'other')
    throw new ApiProblem('invalid', 'This Idempotency-Key was used with another body: take a new one.');
  return created(once.record, once.again ? { 'Idempotent-Replayed': 'true' } : {});
}

function stale(version: number): ApiProblem {
  return new ApiProblem('stale', `The event is at version ${version} now.`, [], {
    ETag: versionTag(version),
  });
}

/** The event that a write is about, at the version that it names. Throws ApiProblem where it names none, or another. */
async function currentOf(call: Call): Promise<EventRecord> {
  const match = call.request.headers.get('If-Match');
  const record = await readEvent(database(), call.slug);
  if (!record) throw new ApiProblem('not-found', `There is no event “${call.slug}”.`);
  // Who may not read drafts must not learn of them either.
  if (
    record.status !== 'published' &&
    !call.key!.scopes.has('drafts:read') &&
    !call.key!.scopes.has('events:write')
  )
    throw new ApiProblem('not-found', `There is no event “${call.slug}”.`);
  if (match === null)
    throw new ApiProblem('precondition-required', 'Say in If-Match which version is changed.');
  const tags = match.split(',').map((tag) => tag.trim());
  if (!tags.includes('*') && !tags.includes(versionTag(record.version))) throw stale(record.version);
  return record;
}

async function saved(call: Call, result: SaveResult): Promise<EventRecord> {
  if (result.kind === 'stale') throw stale(result.current.version);
  const record = result.kind === 'saved' ? await readEvent(database(), result.slug) : null;
  if (!record) throw new ApiProblem('not-found', `There is no event “${call.slug}”.`);
  return record;
}

async function save(call: Call, current: EventRecord, body: unknown): Promise<Response> {
  const event = replacedEvent(body, wholeEvent(current));
  checkPublic(call, current.status, event.status);
  await checkFourEyes(call, event, current);
  await checkLinks(event);
  if (mustBeProposed(event, current)) {
    const result = await propose(database(), current.slug, current.version, event, authorOf(call));
    return result.kind === 'proposed' ? proposedAnswer(current) : answer(await saved(call, result), 200);
  }
  const result = await saving(() =>
    updateEvent(database(), current.slug, current.version, event, authorOf(call)),
  );
  return answer(await saved(call, result), 200);
}

export async function putEvent(call: Call): Promise<Response> {
  const { body } = await readBody(call.request, 'application/json');
  return save(call, await currentOf(call), body);
}

export async function patchEvent(call: Call): Promise<Response> {
  const { body } = await readBody(call.request, 'application/merge-patch+json');
  const current = await currentOf(call);
  return save(call, current, mergePatch(wholeEvent(current), body));
}

export async function archiveEvent(call: Call): Promise<Response> {
  const current = await currentOf(call);
  checkPublic(call, current.status);
  const archived = current.status === 'archived';
  const record = archived
    ? current
    : await saved(call, await setArchived(database(), current.slug, current.version, true, authorOf(call)));
  return new Response(null, {
    status: 204,
    headers: { ETag: versionTag(record.version), 'Cache-Control': 'no-store' },
  });
}
