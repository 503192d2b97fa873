import { readCounts, MOST_BINS } from '@/db/api-counts';
import { listRecords } from '@/db/api-events';
import { database } from '@/db/client';
import { readEvent, readEvents } from '@/db/event-record';
import { readRevision } from '@/db/index-feed';
import { keptAnswer } from '@/db/kept-answers';
import { recordFor } from '@/db/known-record';
import { eventFile } from '../event-file';
import { etagAt, etagOf, holdsState, stateHeaders } from '../etag';
import { acceptedType } from '@/lib/api/accept';
import { listEvent, wholeEvent, type EventField } from '@/lib/api/event-shape';
import { openApi } from '@/lib/api/open-api';
import { cursorOf, sortOf } from '@/lib/api/parameters';
import { ApiProblem } from '@/lib/api/problem-types';
import { API, fileFormats, mediaType } from '@/lib/api/routes';
import { env } from '@/lib/env';
import { encodeCursor } from '@/lib/event-sort';
import type { NamedFilter } from '@/lib/facets';
import type { Period } from '@/lib/periods';
import { isWithin, places } from '@/lib/places';
import * as vocabulary from '@/lib/vocabulary';
import { authorOf, type Call } from './call';

const JSON_TYPE = 'application/json';

/** Throws ApiProblem where the asker takes no JSON. */
export function acceptJson({ request }: Call): void {
  if (acceptedType(request.headers.get('Accept'), [JSON_TYPE]) === null)
    throw new ApiProblem('not-acceptable', `The answer is offered as ${JSON_TYPE}.`);
}

/** JSON with the name of its state, or 304 for who holds that; `also` is what it is made from beside query and record. */
export async function stateAnswer(
  call: Call,
  make: () => Promise<object>,
  also: readonly string[] = [],
): Promise<Response> {
  const etag = await etagOf(API, call.operation.id, call.canonical, ...also);
  const headers = stateHeaders(etag);
  if (holdsState(call.request, etag)) return new Response(null, { status: 304, headers });
  return Response.json(await make(), { headers });
}

/** The whole file where the suffix or Accept asks for one; null where JSON is meant. */
async function fileAnswer(call: Call): Promise<Response | null> {
  const { request, suffix, filters, key } = call;
  if (suffix === 'json') return null;
  const types = fileFormats.map(({ contentType }) => mediaType(contentType));
  const accepted = suffix ? null : acceptedType(request.headers.get('Accept'), [JSON_TYPE, ...types]);
  if (accepted === JSON_TYPE) return null;
  const format = fileFormats.find(
    ({ file, contentType }) => file === `events.${suffix}` || mediaType(contentType) === accepted,
  );
  if (!format)
    throw new ApiProblem(
      'not-acceptable',
      `The list is offered as ${[...new Set([JSON_TYPE, ...types])].join(', ')}.`,
    );
  const paging = ['sort', 'limit', 'cursor', 'fields'].filter((name) =>
    new URL(request.url).searchParams.has(name),
  );
  if (paging.length > 0)
    throw new ApiProblem(
      'bad-query',
      `A file is whole: leave out ${paging.join(', ')}.`,
      paging.map((parameter) => ({ parameter, detail: `A file of type ${format.code} takes filters alone` })),
    );
  return eventFile(request, format.code, filters, { key: key && authorOf(call) });
}

export async function listEvents(call: Call): Promise<Response> {
  const file = await fileAnswer(call);
  if (file) return file;
  const { filters, query, request } = call;
  const sort = sortOf(String(query.sort));
  const after = cursorOf(query.cursor as string | undefined, sort);
  if (after === 'foreign')
    throw new ApiProblem('bad-query', 'Not usable: cursor.', [
      {
        parameter: 'cursor',
        value: String(query.cursor).slice(0, 100),
        detail: 'Not a cursor that was given for this sort',
      },
    ]);
  const etag = await etagOf(API, 'events', call.canonical);
  const headers = new Headers(stateHeaders(etag));
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const page = await listRecords(await recordFor(filters), filters, {
    sort,
    after,
    limit: Number(query.limit),
  });
  const next = page.next && encodeCursor(page.next);
  if (next) {
    const params = new URL(request.url).searchParams;
    params.set('cursor', next);
    headers.set('Link', `<${env().PUBLIC_URL}${API}/events?${params}>; rel="next"`);
  }
  const fields = query.fields as EventField[] | undefined;
  const data = page.records.map((record) => listEvent(record, fields));
  return Response.json({ data, page: { next, total: page.total } }, { headers });
}

/** The strong name of a version of an event: what If-Match takes. */
export const versionTag = (version: number): string => `"v${version}"`;

export async function getEvent(call: Call): Promise<Response> {
  acceptJson(call);
  const found = await readEvent(database(), call.slug);
  const drafts = call.key?.scopes.has('drafts:read') ?? false;
  // Readers get no link to what they may not see.
  const record = found && !drafts ? (await readEvents(database(), [found.id]))[0] : found;
  if (!record || (record.status !== 'published' && !drafts))
    throw new ApiProblem('not-found', `There is no public event “${call.slug}”.`);
  const etag = versionTag(record.version);
  const headers = { ...stateHeaders(etag), 'Last-Modified': new Date(record.updatedAt).toUTCString() };
  if (holdsState(call.request, etag) || call.request.headers.get('If-None-Match')?.trim() === '*')
    return new Response(null, { status: 304, headers });
  return Response.json(wholeEvent(record), { headers });
}

async function makeCounts({ filters, query }: Call): Promise<string> {
  const made = await readCounts(await recordFor(filters), filters, {
    ...(query.period !== undefined && { period: query.period as Period }),
    show: [...new Set(query.show as NamedFilter[])],
  });
  if (made === 'too-fine')
    throw new ApiProblem('bad-query', 'Not usable: period.', [
      {
        parameter: 'period',
        detail: `That makes more than ${MOST_BINS} bins: choose a longer period or fewer days`,
      },
    ]);
  return JSON.stringify(made);
}

export async function countEvents(call: Call): Promise<Response> {
  acceptJson(call);
  const revision = await readRevision(database());
  const etag = etagAt(revision, API, 'counts', call.canonical);
  const headers = stateHeaders(etag);
  if (holdsState(call.request, etag)) return new Response(null, { status: 304, headers });
  // An open dashboard asks the same again and again.
  const body = await keptAnswer(database(), 'counts', { revision, key: call.canonical }, () =>
    makeCounts(call),
  );
  return new Response(body, { headers: { ...headers, 'Content-Type': JSON_TYPE } });
}

export async function listPlaces(call: Call): Promise<Response> {
  acceptJson(call);
  const { kind, within } = call.query as { kind?: string; within?: string };
  const data = places
    .filter((place) => (!kind || place.kind === kind) && (!within || isWithin(place.code, within)))
    .map(({ code, name, kind: sort, parent, aliases }) => ({ code, name, kind: sort, parent, aliases }));
  return stateAnswer(call, async () => ({ data }));
}

const terms = (list: readonly vocabulary.Term[]) =>
  list.map(({ code, label, definition }) => ({ code, label, definition }));

export async function listVocabulary(call: Call): Promise<Response> {
  acceptJson(call);
  const data = {
    pillar: terms(vocabulary.pillarTerms),
    type: terms(vocabulary.typeTerms),
    precision: terms(vocabulary.precisionTerms),
    dated: terms(vocabulary.datingTerms),
    confidence: terms(vocabulary.confidenceTerms),
    role: terms(vocabulary.roleTerms),
    measure: terms(vocabulary.measureTerms),
    status: terms(vocabulary.statusTerms),
    reliability: terms(vocabulary.reliabilityTerms),
    credibility: terms(vocabulary.credibilityTerms),
    marking: terms(vocabulary.markingTerms),
  };
  return stateAnswer(call, async () => ({ data }));
}

export async function getOpenApi(call: Call): Promise<Response> {
  acceptJson(call);
  return stateAnswer(call, async () => openApi(env().PUBLIC_URL));
}
