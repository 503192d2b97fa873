import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { listKeys, revokeKey } from '@/db/api-keys';
import { auditLog } from '@/db/schema-audit';
import { events } from '@/db/schema';
import { createEvents } from '@/db/event-writes';
import { recordEvidence } from '@/db/evidence';
import { writeIndicator } from '@/db/indicators';
import { evaluateIndicators } from '@/db/status-history';
import type { Database } from '@/db/client';
import { keyScopes, type KeyScope } from '@/lib/api/key-scopes';
import type { Operation } from '@/lib/api/operation';
import { operations } from '@/lib/api/routes';
import { apiAt, json } from '../setup/api-call';
import { good, urlOf } from '../setup/api-event';
import { apiRecord } from '../setup/api-record';
import { expectAnswer, type ApiDocument } from '../setup/documented';
import { sampleEvents } from '../setup/arbitraries';
import { attacksIndicator } from '../setup/attacks-by-month';

type Json = Record<string, unknown>;
let db: Database;
let admin: { id: string };
let makeKey: (...scopes: KeyScope[]) => Promise<string>;
let writer: string;
const AT = 'http://localhost:3350';
let document: ApiDocument;

const bearer = (secret: string) => ({ Authorization: `Bearer ${secret}` });
const { call, send } = apiAt(AT, () => writer);

beforeAll(async () => {
  ({ db, admin, makeKey } = await apiRecord(AT, { API_CORS_ORIGINS: 'https://charts.example.org' }));
  await createEvents(db, sampleEvents(120, 7), null);
  await writeIndicator(db, { ...attacksIndicator, position: 0, retired: false }, admin.id);
  writer = await makeKey(...keyScopes.map(({ code }) => code));
  document = (await (await call('/openapi.json')).json()) as ApiDocument;
});

const expectDocumented = (operation: Operation, answer: Response): Promise<unknown> =>
  expectAnswer(document, operation, answer);

const created = async (change: object = {}): Promise<Json> =>
  json(await send('POST', '/events', { ...good, ...change }));

describe('reading', () => {
  it('answers every operation that reads as the document says', async () => {
    const { data } = (await json(await call('/events?limit=1'))) as { data: { slug: string }[] };
    for (const operation of operations.filter((one) => one.method === 'GET' && !one.scope)) {
      const slug = operation.path.startsWith('/indicators') ? attacksIndicator.slug : data[0]!.slug;
      const answer = await call(urlOf(operation.path, slug));
      expect(answer.status, operation.id).toBe(200);
      await expectDocumented(operation, answer);
      for (const { name, example } of operation.parameters)
        if (example !== undefined)
          await expectDocumented(operation, await call(`${urlOf(operation.path, slug)}?${name}=${example}`));
    }
  });

  it('gives an indicator with its readings, what was noticed of it, and its evidence', async () => {
    const { data } = (await json(await call('/events?limit=1'))) as { data: { slug: string }[] };
    const event = data[0]!.slug;
    const path = `/indicators/${attacksIndicator.slug}`;
    const etag = (await call(path)).headers.get('ETag')!;
    await evaluateIndicators(db);
    const by = { id: admin.id, from: { ip: null, agent: null } };
    const given = {
      indicator: attacksIndicator.slug,
      event,
      bearing: 'supports',
      note: 'It says so',
    } as const;
    await recordEvidence(db, given, by, 0);
    const answer = await call(path, { headers: { 'If-None-Match': etag } });
    expect(answer.status).toBe(200);
    const found = await json(answer);
    expect(found).toMatchObject({
      question: attacksIndicator.question,
      history: [{ kind: 'begun', before: null }],
      evidence: [{ event: { slug: event, archived: false }, bearing: 'supports', note: 'It says so' }],
    });
    expect((found.readings as object[]).at(-1)).toEqual(found.latest);
    expect((await json(await call('/indicators'))).data).toMatchObject([{ latest: found.latest }]);
    expect((await call('/indicators/no-such-question')).status).toBe(404);
  });

  it('counts what the list lists', async () => {
    for (const query of ['', 'pillar=prevent', 'from=2020-03-01&to=2020-04-30', 'type=attack&period=year']) {
      const counts = (await json(await call(`/counts?${query}`))) as {
        total: number;
        histogram: { bins: { total: number }[] };
      };
      const list = (await json(await call(`/events?${query.replace('&period=year', '')}`))) as {
        page: { total: number };
      };
      expect(counts.total).toBe(list.page.total);
      expect(counts.histogram.bins.reduce((sum, { total }) => sum + total, 0)).toBe(counts.total);
    }
  });

  it.each([
    ['/events?colour=red', 'colour'],
    ['/events?pillar=prevention', 'pillar'],
    ['/events?limit=0', 'limit'],
    ['/events?limit=501', 'limit'],
    ['/events?limit=5&limit=6', 'limit'],
    ['/events?sort=title', 'sort'],
    ['/events?cursor=abc', 'cursor'],
    ['/events?fields=slug,nothing', 'fields'],
    ['/events?from=2020-13-01', 'from'],
    ['/counts?period=decade', 'period'],
    ['/counts?limit=5', 'limit'],
    ['/places?kind=planet', 'kind'],
    ['/vocabulary?q=x', 'q'],
    ['/events.csv?limit=5', 'limit'],
    ['/events.acled.csv?limit=5', 'limit'],
  ])('refuses %s and names %s', async (path, parameter) => {
    const answer = await call(path);
    expect(answer.status).toBe(400);
    expect((await json(answer)).errors).toEqual(
      expect.arrayContaining([expect.objectContaining({ parameter }) as unknown]),
    );
  });

  it('answers 304 to who holds the state, until something is written', async () => {
    for (const path of ['/events', '/counts', '/places', '/vocabulary', '/openapi.json']) {
      const etag = (await call(path)).headers.get('ETag')!;
      expect((await call(path, { headers: { 'If-None-Match': etag } })).status, path).toBe(304);
    }
    const etag = (await call('/counts')).headers.get('ETag')!;
    await created();
    expect((await call('/counts', { headers: { 'If-None-Match': etag } })).status).toBe(200);
  });

  it('gives files by suffix and by Accept, and 406 for what there is none of', async () => {
    const csv = await call('/events.csv?pillar=prevent');
    expect(csv.headers.get('Content-Type')).toContain('text/csv');
    const same = await call('/events?pillar=prevent', {
      headers: { Accept: 'text/csv, application/json;q=0.5' },
    });
    expect(await same.text()).toBe(await csv.text());
    expect((await call('/events', { headers: { Accept: 'image/png' } })).status).toBe(406);
    expect((await call('/counts', { headers: { Accept: 'text/csv' } })).status).toBe(406);
    expect((await call('/counts', { headers: { Accept: 'application/*;q=0.1' } })).status).toBe(200);
  });

  it('answers 404, and 405 with what is allowed', async () => {
    for (const path of [
      '',
      '/nothing',
      '/events/no-such-event',
      '/events/%00',
      '/events/%zz',
      '/events.exe',
      '/events/a/b',
    ])
      expect((await call(path)).status, path).toBe(404);
    const refused = await call('/counts', { method: 'POST' });
    expect(refused.status).toBe(405);
    expect(refused.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
  });

  it('lets pages of other origins read only where the setting names them', async () => {
    const from = async (Origin: string) => (await call('/places', { headers: { Origin } })).headers;
    expect((await from('https://charts.example.org')).get('Access-Control-Allow-Origin')).toBe(
      'https://charts.example.org',
    );
    expect((await from('https://other.example.org')).get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('keys', () => {
  it('are needed to write, with the scope', async () => {
    expect((await call('/events', { method: 'POST' })).status).toBe(401);
    const reader = await makeKey('drafts:read');
    expect((await send('POST', '/events', good, bearer(reader))).status).toBe(403);
    const drafter = await makeKey('events:write');
    expect((await send('POST', '/events', good, bearer(drafter))).status).toBe(201);
    expect((await send('POST', '/events', { ...good, status: 'published' }, bearer(drafter))).status).toBe(
      403,
    );
  });

  it('are refused on every address once revoked, and are kept only as a hash', async () => {
    const secret = await makeKey('drafts:read');
    expect((await call('/places', { headers: bearer(secret) })).status).toBe(200);
    const [row] = await listKeys(db);
    expect(row!.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(await db.execute('select * from api_keys'))).not.toContain(secret);
    expect(await revokeKey(db, row!.id, admin)).toBe(true);
    expect(await revokeKey(db, row!.id, admin)).toBe(false);
    const refused = await call('/places', { headers: bearer(secret) });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('WWW-Authenticate')).toContain('Bearer');
  });

  it('show drafts only to who may read them', async () => {
    const { slug } = await created();
    expect((await call(`/events/${String(slug)}`)).status).toBe(404);
    expect((await call(`/events/${String(slug)}`, { headers: bearer(writer) })).status).toBe(200);
  });

  it('are named in the trail of what they wrote', async () => {
    await created({ title: 'Named in the trail' });
    const entries = await db.select().from(auditLog);
    expect(entries.at(-1)).toMatchObject({
      action: 'event.create',
      who: 'ada@example.test with key A robot',
    });
  });
});

describe('writing', () => {
  const match = (version: unknown) => ({ 'If-Match': `"v${String(version)}"` });

  it('takes back what was got, unchanged, and changes what is patched alone', async () => {
    const event = await created({ locality: 'Luton', externalIds: [{ scheme: 'acled', value: 'X1' }] });
    const path = `/events/${String(event.slug)}`;
    const put = await json(await send('PUT', path, event, match(1)));
    expect({ ...put, version: 1, updatedAt: event.updatedAt }).toEqual(event);
    const patched = await json(await send('PATCH', path, { locality: null, tags: ['helpline'] }, match(2)));
    expect(patched).toEqual({
      ...put,
      locality: null,
      tags: ['helpline'],
      version: 3,
      updatedAt: patched.updatedAt,
    });
  });

  it('names the version or is refused: 428, 412', async () => {
    const { slug } = await created();
    const path = `/events/${String(slug)}`;
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const body = method === 'DELETE' ? '' : good;
      expect((await send(method, path, body)).status, method).toBe(428);
      expect((await send(method, path, body, match(9))).status, method).toBe(412);
      expect((await send(method, path, body, { 'If-Match': 'W/"v1"' })).status, method).toBe(412);
    }
    const save = (i: number) => send('PATCH', path, { title: `Title ${i}` }, match(1));
    const saves = await Promise.all(Array.from({ length: 50 }, (_, i) => save(i)));
    const won = saves.filter(({ status }) => status === 200).length;
    expect([won, saves.filter(({ status }) => status === 412).length]).toEqual([1, 49]);
  });

  it('answers the examples of the documentation, one after the other, as they say', async () => {
    const writes = operations.filter(({ path, method }) => path.startsWith('/events') && method !== 'GET');
    expect(writes.map(({ id }) => id)).toEqual(['createEvent', 'replaceEvent', 'patchEvent', 'archiveEvent']);
    for (const { id, method, example, answer } of writes) {
      const { status } = await send(method, example.path, example.body, example.headers);
      expect([id, status]).toEqual([id, answer.status]);
    }
  });

  it('archives, and says so again', async () => {
    const { slug } = await created({ status: 'published' });
    const path = `/events/${String(slug)}`;
    expect((await call(path)).status).toBe(200);
    expect((await send('DELETE', path, '', match(1))).status).toBe(204);
    expect((await call(path)).status).toBe(404);
    expect((await send('DELETE', path, '', match(2))).status).toBe(204);
    expect(await json(await call(path, { headers: bearer(writer) }))).toMatchObject({
      status: 'archived',
      version: 2,
    });
  });

  it('makes one event of a request that comes many times at once, and none of another body', async () => {
    const [name, before] = [{ 'Idempotency-Key': 'once-only' }, await db.$count(events)];
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('POST', '/events', good, name)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(await db.$count(events)).toBe(before + 1);
    expect((await send('POST', '/events', { ...good, title: 'Another' }, name)).status).toBe(422);
  });

  it.each([
    [400, { ...good, colour: 'red' }, '/colour'],
    [400, { ...good, sources: [{ title: 'x', colour: 'red' }] }, '/sources/0/colour'],
    [422, { ...good, place: { code: 'XX' } }, '/place/code'],
    [422, { ...good, title: 'x'.repeat(91) }, '/title'],
    [422, { ...good, title: 'a\0b' }, '/title'],
    [422, { ...good, title: '\ud800' }, '/title'],
    [422, { ...good, endsOn: '2020-05-03' }, '/startsOn'],
    [422, { ...good, links: ['no-such-event'] }, '/links/0'],
    [422, { ...good, sources: [{ title: 'x', article: 'nothing' }] }, '/sources/0/article'],
    [409, { ...good, externalIds: [{ scheme: 'acled', value: 'X1' }] }, '/externalIds/0/value'],
    [422, { ...good, externalIds: [{ scheme: 'pillarwatch-form', value: '1' }] }, '/externalIds'],
  ])('answers %i to what cannot be kept, and points to it', async (status, body, pointer) => {
    const answer = await send('POST', '/events', body);
    expect(answer.status).toBe(status);
    expect((await json(answer)).errors).toEqual(
      expect.arrayContaining([expect.objectContaining({ pointer }) as unknown]),
    );
  });

  it('refuses bodies of another type, too large, or no JSON', async () => {
    expect((await send('POST', '/events', good, { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await send('POST', '/events', '{"title":')).status).toBe(400);
    expect((await send('POST', '/events', { ...good, summary: 'x'.repeat(300_000) })).status).toBe(413);
    expect((await send('POST', '/events', '['.repeat(100_000))).status).toBe(400);
  });
});

describe('anything', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '0', '-1', 'null', '2020-01-01', 'GB', 'a\0b'),
  );
  const name = fc.oneof(
    word,
    fc.constantFrom(...new Set(operations.flatMap(({ parameters }) => parameters.map((one) => one.name)))),
  );

  it('that is asked gets an answer that the document knows, never a failure', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...operations.filter(({ method }) => method === 'GET')),
        fc.array(fc.tuple(name, word), { maxLength: 4 }),
        fc.oneof(
          fc.constantFrom(undefined, 'text/csv', '*/*', 'application/json;q=x'),
          fc.stringMatching(/^[a-z/*;,=.0-9]{0,20}$/),
        ),
        async (operation, query, accept) => {
          const path = `${urlOf(operation.path, 'some-event')}?${new URLSearchParams(query)}`;
          await expectDocumented(
            operation,
            await call(path, { headers: accept === undefined ? {} : { Accept: accept } }),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('that is sent gets an answer that the document knows, never a failure', async () => {
    const event = await created();
    const body = fc.oneof(
      fc.jsonValue(),
      fc
        .tuple(fc.constantFrom(...Object.keys(event)), fc.jsonValue())
        .map(([key, value]) => ({ ...good, [key]: value })),
      fc
        .record({
          locality: word,
          title: word,
          latitude: fc.double(),
          longitude: fc.double(),
          tags: fc.array(word),
          dateText: word,
        })
        .map((change) => ({ ...good, ...change })),
    );
    const writes = operations.filter((one) => one.method !== 'GET' && one.method !== 'DELETE');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...writes), body, async (operation, value) => {
        const path = urlOf(operation.path, String(event.slug));
        const text = JSON.stringify(value) ?? 'null';
        await expectDocumented(operation, await send(operation.method, path, text, { 'If-Match': '*' }));
      }),
      { numRuns: 300 },
    );
  });
});
