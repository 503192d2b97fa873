import { readdirSync } from 'node:fs';
import { count, eq, like } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { answerApi } from '@/app/_http/api/answer';
import { applyRefusal } from '@/app/_http/import-rights';
import { receiveFile } from '@/app/_http/receive-file';
import type { Database } from '@/db/client';
import { readImport } from '@/db/import/imports';
import { auditLog } from '@/db/schema-audit';
import { events } from '@/db/schema';
import { imports } from '@/db/schema-import';
import type { ImportAnswer } from '@/lib/api/import-answers';
import type { KeyScope } from '@/lib/api/key-scopes';
import { operations } from '@/lib/api/routes';
import { removeUpload, uploadFolder } from '@/lib/import/upload-folder';
import { apiRecord } from '../setup/api-record';
import { expectAnswer, type ApiDocument } from '../setup/documented';

// This process answers: a file that it read, mapped or compared itself would hold up every page meanwhile.
vi.mock('@/lib/import/read-outcomes', () => ({ readOutcomes: notHere }));
vi.mock('@/db/import/job', () => ({ runJob: notHere }));
const notHere = vi.hoisted(() => () => {
  throw new Error('an import ran in the process that answers');
});

const AT = 'http://localhost:3350';
let db: Database;
let document: ApiDocument;
let makeKey: (...scopes: KeyScope[]) => Promise<string>;
let program: string;

/** Any answer: which members it has is held against the document. */
type Answer = ImportAnswer & {
  data: { id: number; row: number; title: string; place: string; problems: object[] }[];
  page: { next: string | null };
  errors: { pointer: string; detail: string }[];
  detail: string;
};

/** Asks one operation as a program would, and holds the answer against the document. */
async function ask(
  id: string,
  {
    of = 0,
    query = '',
    body,
    key = program,
    headers = {},
  }: {
    of?: number;
    query?: string;
    body?: string | object;
    key?: string;
    headers?: Record<string, string>;
  } = {},
): Promise<{ status: number; body: Answer; headers: Headers }> {
  const operation = operations.find((one) => one.id === id)!;
  const answer = await answerApi(
    new Request(`${AT}/api/v1${operation.path.replace('{id}', String(of))}${query}`, {
      method: operation.method,
      headers: {
        Authorization: `Bearer ${key}`,
        ...(typeof body === 'object' && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  );
  const { status, headers: given } = answer;
  return { status, headers: given, body: (await expectAnswer(document, operation, answer)) as Answer };
}

async function settled(of: number): Promise<ImportAnswer> {
  for (let i = 0; i < 600; i++) {
    const { body } = await ask('getImport', { of });
    if (!body.running && !body.state.endsWith('ing')) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It never ended');
}

const FILE = `id;title;date;country;killed
A-1;Police close a shrine after a raid;03/04/2020;France;0
A-2;A convoy is attacked on the coast road;05/04/2020;Mali;3
A-3;A second convoy is attacked;06/04/2020;Atlantis;1
`;

const send = async (text = FILE): Promise<ImportAnswer> => {
  const { status, body, headers } = await ask('sendImport', { query: '?name=incidents.csv', body: text });
  expect([status, headers.get('Location')]).toEqual([201, `${AT}/api/v1/imports/${body.id}`]);
  return body;
};

/** The mapping with its question answered. */
const answered = ({ mapping }: ImportAnswer): object => ({
  ...mapping,
  date: { ...mapping!.date, order: 'dmy' },
});
const newSet = { title: 'Incident list', attribution: 'A test', licence: '', url: '' };

async function checked(text = FILE): Promise<ImportAnswer> {
  const sent = await send(text);
  const begun = await ask('checkImport', { of: sent.id, body: { mapping: answered(sent), newSet } });
  expect(begun.status).toBe(202);
  return settled(sent.id);
}

beforeAll(async () => {
  ({ db, makeKey } = await apiRecord(AT));
  program = await makeKey('imports:write');
  const answer = await answerApi(new Request(`${AT}/api/v1/openapi.json`));
  document = (await answer.json()) as ApiDocument;
});

/** A body that breaks off after its first bytes, as when a browser is closed. */
const brokenOff = (first: string): ReadableStream<Uint8Array> => {
  let sent = false;
  return new ReadableStream({
    pull(to) {
      if (sent) to.error(new Error('aborted'));
      else to.enqueue(Buffer.from(first));
      sent = true;
    },
  });
};

describe('a file that a program sends', () => {
  it('and that breaks off midway leaves no import and no file', async () => {
    const before = { imports: await db.$count(imports), files: readdirSync(uploadFolder()) };
    const request = (init: object): Request =>
      new Request(
        `${AT}/api/v1/imports?name=half.csv`,
        Object.assign({ method: 'POST', duplex: 'half' }, init),
      );
    const headers = { Authorization: `Bearer ${program}` };
    const answer = await answerApi(request({ headers, body: brokenOff(FILE) }));
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('broke off')]);
    // The form of the desk, after the beginning of its file.
    const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="half.csv"\r\n\r\n';
    const form = {
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      body: brokenOff(part + FILE),
    };
    await expect(receiveFile(request(form))).rejects.toThrow('broke off');
    expect({ imports: await db.$count(imports), files: readdirSync(uploadFolder()) }).toEqual(before);
  });

  it('with a header and no row is refused in words, and not kept', async () => {
    const before = await db.$count(imports);
    const { status, body } = await ask('sendImport', { query: '?name=empty.csv', body: 'id,title,date\n' });
    expect([status, body.detail]).toEqual([
      422,
      expect.stringContaining('a header (id, title, date) and no rows'),
    ]);
    const { id } = await send('List of incidents\n' + FILE);
    expect((await ask('getImport', { of: id })).body.columns).toEqual([
      'id',
      'title',
      'date',
      'country',
      'killed',
    ]);
    expect(await db.$count(imports)).toBe(before + 1);
  });

  it('is asked about where it cannot be told, and goes nowhere before that is answered', async () => {
    const sent = await send();
    expect(sent).toMatchObject({ state: 'uploaded', fileName: 'incidents.csv', format: 'csv', counts: null });
    expect(sent.questions.map(({ field }) => field)).toEqual(['order']);
    const { status, body } = await ask('checkImport', { of: sent.id, body: {} });
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ pointer: '/mapping', detail: sent.questions[0]!.text }]);
    expect((await ask('applyImport', { of: sent.id, body: {} })).status).toBe(409);
    expect((await ask('cancelImport', { of: sent.id })).status).toBe(409);
    await removeUpload((await readImport(db, sent.id))!.storedAs);
    const gone = await ask('getImport', { of: sent.id });
    expect([gone.status, gone.body.mapping, gone.body.problem]).toEqual([
      200,
      null,
      expect.stringContaining('upload it again'),
    ]);
  });

  it('is checked, written for review, found identical the second time, and taken back', async () => {
    const found = await checked();
    expect(found.counts).toMatchObject({
      rows: 3,
      events: { new: 2, changed: 0, identical: 0 },
      rejected: 1,
    });
    expect(await db.$count(events)).toBe(0);
    const rejected = await ask('rejectedRows', {
      of: found.id,
    });
    expect(rejected.body.data).toMatchObject([
      {
        row: 4,
        problems: expect.arrayContaining([expect.objectContaining({ value: 'Atlantis' })]) as object[],
      },
    ]);
    const file = await ask('rejectedRows', { of: found.id, headers: { Accept: 'text/csv' } });
    expect(JSON.stringify(file.body)).toContain(',Row 4: country: ');
    expect(JSON.stringify(file.body)).toContain('A-3');
    const news = await ask('importedEvents', { of: found.id, query: '?verdict=new&limit=1' });
    expect(news.body.data).toMatchObject([{ place: 'FR' }]);
    const rest = await ask('importedEvents', {
      of: found.id,
      query: `?verdict=new&limit=1&cursor=${news.body.page.next}`,
    });
    expect(rest.body).toMatchObject({ data: [{ place: 'ML' }], page: { next: null } });

    expect((await ask('applyImport', { of: found.id, body: {} })).status).toBe(202);
    expect(await settled(found.id)).toMatchObject({ state: 'applied', status: 'in_review' });
    const [inReview] = await db.select({ n: count() }).from(events).where(eq(events.status, 'in_review'));
    expect(inReview!.n).toBe(2);
    const [entry] = await db.select().from(auditLog).where(eq(auditLog.action, 'event.import'));
    expect(JSON.stringify(entry)).toContain('A robot');

    const again = await checked();
    expect(again.counts).toMatchObject({ rows: 3, events: { new: 0, identical: 2 }, rejected: 1 });
    expect((await ask('undoImport', { of: found.id })).status).toBe(202);
    expect(await settled(found.id)).toMatchObject({ state: 'undone' });
    expect(await db.$count(events, eq(events.status, 'archived'))).toBe(2);
    expect((await ask('undoImport', { of: found.id })).status).toBe(409);
    expect((await ask('discardImport', { of: again.id })).status).toBe(204);
    expect((await ask('getImport', { of: again.id })).status).toBe(404);
    // Each step that a key takes and that lasts is in the trail, with the key's name.
    const ofKey = await db.select().from(auditLog).where(like(auditLog.who, '%with key A robot'));
    expect(new Set(ofKey.map(({ action }) => action))).toEqual(
      new Set(['import.send', 'set.create', 'import.plan', 'event.import', 'import.undo', 'import.discard']),
    );
    const plan = ofKey.find(({ action }) => action === 'import.plan')!;
    expect(plan).toMatchObject({ subject: `import:${found.id}`, after: { sourceSet: found.set } });
    const list = await ask('listImports', { query: '?limit=2' });
    expect(list.body.data.map(({ id }) => id)).toContain(found.id);
  });

  it('changes what readers see only with a key that may publish', async () => {
    const publisher = await makeKey('imports:write', 'events:publish');
    const two = FILE.split('\n').slice(0, 3).join('\n');
    const first = await checked(two.replaceAll('A-', 'B-'));
    expect((await ask('applyImport', { of: first.id, body: { status: 'published' } })).status).toBe(403);
    const body = { status: 'published', allow: 'all' };
    expect((await ask('applyImport', { of: first.id, body, key: publisher })).status).toBe(202);
    await settled(first.id);
    expect(await db.$count(events, eq(events.status, 'published'))).toBe(2);

    const newer = await checked(two.replaceAll('A-', 'B-').replace('closes', 'shut').replace(';3', ';4'));
    expect(newer.counts!.events).toMatchObject({ changed: 1, identical: 1 });
    const refused = await ask('applyImport', { of: newer.id, body: {} });
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      'It changes 1 published event: a reviewer has to confirm it.',
    ]);
    expect((await ask('undoImport', { of: first.id })).status).toBe(403);
    const row = (await readImport(db, newer.id))!;
    const mover = { id: row.createdBy!, publishes: true, fourEyes: true };
    expect(await applyRefusal(row, mover, 'in_review')).toMatchObject({ kind: 'needs-review' });
    expect(await applyRefusal(row, { ...mover, id: 'another' }, 'in_review')).toBeNull();
    expect(await applyRefusal(row, { ...mover, id: 'another' }, 'published')).toMatchObject({
      kind: 'needs-review',
    });
    expect((await ask('applyImport', { of: newer.id, body: {}, key: publisher })).status).toBe(202);
    expect(await settled(newer.id)).toMatchObject({ state: 'applied' });
  });

  it.each([
    [422, 'checkImport', { set: 'no-such-set' }, '/set'],
    [400, 'checkImport', { colour: 'red' }, '/colour'],
    [422, 'checkImport', { newSet: { title: 'x', attribution: '' } }, '/newSet/title'],
    [422, 'checkImport', { mapping: { way: 'sideways' } }, '/mapping/way'],
    [422, 'applyImport', { status: 'archived' }, '/status'],
    [422, 'applyImport', { allow: [-1] }, '/allow/0'],
  ])('is answered %i where %s is sent what cannot be used', async (status, id, body, pointer) => {
    const sent = await send(FILE.replaceAll('A-', 'C-').replace('03/04', '13/04'));
    const answer = await ask(id, { of: sent.id, body });
    expect(answer.status).toBe(status);
    expect(answer.body.errors.map((one) => one.pointer)).toContain(pointer);
  });

  it('is refused where it is none, or comes without the scope', async () => {
    const before = await ask('listImports');
    expect((await ask('sendImport', { body: '' })).status).toBe(400);
    expect((await ask('sendImport', { body: 'PK\u0003\u0004 not a workbook' })).status).toBe(422);
    const writer = await makeKey('events:write');
    expect((await ask('sendImport', { body: FILE, key: writer })).status).toBe(403);
    expect((await ask('getImport', { of: 1, key: writer })).status).toBe(403);
    expect((await ask('getImport', { of: 2_000_000 })).status).toBe(404);
    expect((await ask('listImports')).body.data).toHaveLength(before.body.data.length);
  });
});
