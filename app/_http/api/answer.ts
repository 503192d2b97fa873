import { readerRefusal } from '@/app/_auth/reader-refusal';
import { findKey, type ApiKey } from '@/db/api-keys';
import { database } from '@/db/client';
import type { Origin } from '@/lib/author';
import { log } from '@/lib/log';
import { ApiProblem } from '@/lib/api/problem-types';
import type { Operation } from '@/lib/api/operation';
import { API, fileFormats, operations } from '@/lib/api/routes';
import { problem } from '../problem';
import type { Call } from './call';
import { streamChanges } from './changes';
import { corsHeaders, preflightHeaders } from './cors';
import * as importReads from './import-reads';
import * as imports from './imports';
import { getIndicator, listIndicators } from './indicators';
import { countRequest } from './rate-limit';
import { readQuery } from './read-query';
import * as reads from './reads';
import * as writes from './writes';

const handlers: Record<string, (call: Call) => Promise<Response>> = {
  listEvents: reads.listEvents,
  createEvent: writes.postEvent,
  getEvent: reads.getEvent,
  replaceEvent: writes.putEvent,
  patchEvent: writes.patchEvent,
  archiveEvent: writes.archiveEvent,
  counts: reads.countEvents,
  places: reads.listPlaces,
  vocabulary: reads.listVocabulary,
  openApi: reads.getOpenApi,
  changes: streamChanges,
  listIndicators,
  getIndicator,
  listImports: importReads.listImports,
  sendImport: imports.sendImport,
  getImport: importReads.getImport,
  checkImport: imports.checkImport,
  importedEvents: importReads.importedEvents,
  rejectedRows: importReads.rejectedRows,
  applyImport: imports.applyImport,
  cancelImport: imports.cancelImport,
  undoImport: imports.undoImport,
  discardImport: imports.discardImport,
};

interface Place {
  found: readonly Operation[];
  slug: string;
  id: number;
  suffix: string;
}

const SLUG = /^\/(events|indicators)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** An import, and what of it. */
const IMPORT = /^\/imports\/([1-9]\d{0,8})(?:\/([a-z]+)(?:\.(csv))?)?$/;

/** The operations at an address. Throws ApiProblem where there are none. */
function placeOf(pathname: string): Place {
  const path = pathname.slice(API.length).replace(/\/$/, '');
  const [, ending = ''] = /^\/events\.([\w.]+)$/.exec(path) ?? [];
  const isFile = ending === 'json' || fileFormats.some(({ file }) => file === `events.${ending}`);
  const [, kind, slug = ''] = SLUG.exec(path) ?? [];
  const [, id = '0', part, suffix = isFile ? ending : ''] = IMPORT.exec(path) ?? [];
  const ofImport = part ? `/imports/{id}/${part}` : '/imports/{id}';
  const known = isFile ? '/events' : slug ? `/${kind}/{slug}` : id === '0' ? path : ofImport;
  const found = operations.filter(
    (one) =>
      one.path === known &&
      (suffix === '' || (one.method === 'GET' && (isFile || one.answer.otherTypes?.includes('text/csv')))),
  );
  if (found.length === 0)
    throw new ApiProblem('not-found', 'There is nothing at this address: /data/api lists what there is.');
  return { found, slug, id: Number(id), suffix };
}

function methodsOf({ found }: Place): string {
  const methods = found.map(({ method }) => method as string);
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

/** The key that came with the request; null where none did. Throws ApiProblem where it is none that may be used. */
async function keyOf(request: Request): Promise<ApiKey | null> {
  const given = request.headers.get('Authorization');
  if (given === null) return null;
  const [, secret] = /^Bearer +(\S+)$/i.exec(given) ?? [];
  const key = secret ? await findKey(database(), secret) : null;
  if (key) return key;
  throw new ApiProblem(
    'no-key',
    'This key is unknown, has expired or was revoked. Send it as Authorization: Bearer pw_….',
    [],
    {
      'WWW-Authenticate': 'Bearer realm="Pillarwatch", error="invalid_token"',
    },
  );
}

function checkScope({ scope }: Operation, key: ApiKey | null): void {
  if (!scope || key?.scopes.has(scope)) return;
  if (key === null)
    throw new ApiProblem('no-key', 'This needs a key: send it as Authorization: Bearer pw_….', [], {
      'WWW-Authenticate': 'Bearer realm="Pillarwatch"',
    });
  throw new ApiProblem(
    'not-allowed',
    `This needs a key with the scope ${scope}, of somebody who may do this.`,
  );
}

/** Where only who is signed in may read, a key does too; throws ApiProblem for who has neither. */
async function checkReader({ headers }: Request, key: ApiKey | null): Promise<void> {
  if (key !== null || (await readerRefusal(headers)) === null) return;
  throw new ApiProblem(
    'no-key',
    'Only people who are signed in may read here: send a key as Authorization: Bearer pw_….',
    [],
    { 'WWW-Authenticate': 'Bearer realm="Pillarwatch"' },
  );
}

/** From where a request comes: the one address that the web server leaves. */
function originOf({ headers }: Request): Origin {
  const ip = headers.get('X-Forwarded-For')?.split(',')[0]?.trim();
  return { ip: ip || null, agent: headers.get('User-Agent') };
}

async function answerOf(request: Request, place: Place, given: Headers): Promise<Response> {
  const from = originOf(request);
  // A key that is guessed counts against the address that guesses.
  const byAddress = async () => countRequest('address', from.ip ?? 'unknown');
  const counted = request.headers.has('Authorization') ? null : await byAddress();
  const key = await keyOf(request).catch(async (error: unknown) => {
    await byAddress();
    throw error;
  });
  const fields = counted ?? (await countRequest('key', key!.id));
  for (const [name, value] of Object.entries(fields)) given.set(name, value);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const operation = place.found.find((one) => one.method === method);
  if (!operation)
    throw new ApiProblem('method-not-allowed', `${request.method} is not offered here.`, [], {
      Allow: methodsOf(place),
    });
  checkScope(operation, key);
  await checkReader(request, key);
  const url = new URL(request.url);
  const read = readQuery(operation, url.searchParams);
  return handlers[operation.id]!({ request, operation, ...place, ...read, key, from });
}

/** Answers a request to the API, whatever it is: with what was asked for, or with a problem. */
export async function answerApi(request: Request): Promise<Response> {
  const headers = new Headers();
  // In the answer itself: another one round its body would be another stream to go through.
  const finish = (answer: Response): Response => {
    for (const [name, value] of headers) answer.headers.set(name, value);
    for (const [name, value] of Object.entries(corsHeaders(request))) answer.headers.set(name, value);
    answer.headers.append('Vary', 'Accept, Authorization, Cookie, Origin');
    return answer;
  };
  try {
    const place = placeOf(new URL(request.url).pathname);
    if (request.method === 'OPTIONS') {
      const Allow = methodsOf(place);
      return finish(
        new Response(null, { status: 204, headers: { Allow, ...preflightHeaders(request, Allow) } }),
      );
    }
    return finish(await answerOf(request, place, headers));
  } catch (error) {
    if (error instanceof ApiProblem) return finish(problem(error.type, error.message, error));
    log.error({ err: error, path: new URL(request.url).pathname }, 'the API could not answer');
    const detail = 'The record cannot be reached at the moment. Try again later.';
    return finish(problem('unavailable', detail, { headers: { 'Retry-After': '30' } }));
  }
}
