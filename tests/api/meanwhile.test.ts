import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createEvents } from '@/db/event-writes';
import { apiAt, json } from '../setup/api-call';
import { good } from '../setup/api-event';
import { apiRecord } from '../setup/api-record';
import { sampleEvents } from '../setup/arbitraries';

let writer: string;
const AT = 'http://localhost:3351';
const { call, send } = apiAt(AT, () => writer);
const created = async (change: object = {}): Promise<Record<string, unknown>> =>
  json(await send('POST', '/events', { ...good, ...change }));

beforeAll(async () => {
  const { db, makeKey } = await apiRecord(AT);
  await createEvents(db, sampleEvents(120, 7), null);
  writer = await makeKey('events:write', 'events:publish');
});

describe('a list that is walked by its cursors', () => {
  /** The slugs of all pages by their cursors, with what is done between two of them, and the total of the last page. */
  async function walk(query: string, between: () => Promise<unknown> = async () => {}) {
    const seen: string[] = [];
    let [cursor, total] = [null as string | null, 0];
    do {
      const next: string = cursor ? `&cursor=${cursor}` : '';
      const answer = await json(await call(`/events?${query}&fields=slug${next}`));
      const { data, page } = answer as {
        data: { slug: string }[];
        page: { next: string | null; total: number };
      };
      seen.push(...data.map(({ slug }) => slug));
      [cursor, total] = [page.next, page.total];
      if (cursor) await between();
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    return { seen, total };
  }

  it('pages through every event once, in any sort', async () => {
    for (const sort of ['date', '-date', 'type', '-type', 'place', '-place']) {
      const { seen, total } = await walk(`sort=${sort}&limit=17`);
      expect(seen.length).toBe(total);
    }
  });

  it.each(['date', '-type'])(
    'pages by %s through every event that stays, once, while others are added, changed and archived',
    async (sort) => {
      const { seen: all } = await walk('limit=100');
      const archived = all.filter((_, i) => i % 10 === 3).slice(0, 8);
      const days = ['1200-01-01', '2020-05-04', '2999-01-01'];
      let round = 0;
      const { seen, total } = await walk(`sort=${sort}&limit=9`, async () => {
        round += 1;
        const day = days[round % 3]!;
        await created({ status: 'published', startsOn: day, endsOn: day });
        const etagOf = async (slug: string) => (await call(`/events/${slug}`)).headers.get('ETag')!;
        const [changed, gone] = [all[round * 7], archived[round]];
        if (changed && !archived.includes(changed))
          await send(
            'PATCH',
            `/events/${changed}`,
            { tags: [`${round}`] },
            { 'If-Match': await etagOf(changed) },
          );
        if (gone) await send('DELETE', `/events/${gone}`, undefined, { 'If-Match': await etagOf(gone) });
      });
      expect(round).toBeGreaterThan(8);
      expect(all.filter((slug) => !seen.includes(slug) && !archived.includes(slug))).toEqual([]);
      expect(total).toBe((await walk('limit=100')).total);
    },
  );
});

const readerOf = (answer: Response) => answer.body!.pipeThrough(new TextDecoderStream()).getReader();

/** The data of the next event of a stream. */
async function nextChange(reader: ReturnType<typeof readerOf>): Promise<unknown> {
  let text = '';
  while (!/data: .*\n\n/.test(text)) text += (await reader.read()).value ?? '';
  return JSON.parse(/data: (.*)\n/.exec(text)![1]!) as unknown;
}

describe('the stream of changes', () => {
  /** The first event of a stream, as its data; ends the stream. */
  async function firstChange(answer: Response): Promise<unknown> {
    const reader = readerOf(answer);
    const change = await nextChange(reader);
    await reader.cancel();
    return change;
  }

  it('tells of what is written to the events of its own question, and takes up where it was lost', async () => {
    const [prevent, all] = await Promise.all([call('/changes?pillar=prevent'), call('/changes')]);
    expect(prevent.headers.get('Content-Type')).toBe('text/event-stream');
    const before = ((await json(await call('/counts'))) as { revision: number }).revision;
    await created({ status: 'published', pillars: ['pursue'] });
    await created({ status: 'published' });
    expect(await firstChange(prevent)).toMatchObject({ created: 1, changed: 0 });
    await all.body!.cancel();
    const again = await call('/changes', { headers: { 'Last-Event-ID': String(before) } });
    expect(await firstChange(again)).toEqual({ revision: before + 2, created: 2, changed: 0 });
  });
});

describe('a stream of changes that ends', () => {
  const listeners = () => (globalThis as { pillarwatchListeners?: Set<unknown> }).pillarwatchListeners!;
  const open = (address: string, signal?: AbortSignal) =>
    call('/changes', { headers: { 'X-Forwarded-For': address }, ...(signal && { signal }) });

  it('is listened for no more, however it ended; it breathes, and nobody opens all that there are', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const before = listeners().size;
    const gone = new AbortController();
    const [cancelled, aborted] = [await open('192.0.2.1'), await open('192.0.2.1', gone.signal)];
    expect(listeners().size).toBe(before + 2);
    vi.advanceTimersByTime(20_000);
    const reader = readerOf(aborted);
    let text = '';
    while (!text.includes(': still here\n\n')) text += (await reader.read()).value ?? '';
    await cancelled.body!.cancel();
    gone.abort();
    expect(listeners().size).toBe(before);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();

    const many: Response[] = [];
    for (let n = 0; n < 100; n++) many.push(await open('192.0.2.2'));
    const refused = await open('192.0.2.2');
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '60']);
    expect(await json(refused)).toMatchObject({ type: `${AT}/data/api#problem-too-many` });
    for (let n = 0; n < 400; n++) many.push(await open(`198.51.100.${n % 250}`));
    expect((await open('192.0.2.3')).status).toBe(503);
    for (const one of many) await one.body!.cancel();
    expect(listeners().size).toBe(before);
    const again = await open('192.0.2.2');
    expect(again.status).toBe(200);
    await again.body!.cancel();
  });

  it('says that what it told of is gone again', async () => {
    const since = ((await json(await call('/counts'))) as { revision: number }).revision;
    const answer = await call(`/changes?type=plot&since=${since}`);
    const reader = readerOf(answer);
    const { slug } = await created({ status: 'published', type: 'plot' });
    expect(await nextChange(reader)).toMatchObject({ created: 1, changed: 0 });
    await send('DELETE', `/events/${String(slug)}`, undefined, { 'If-Match': '"v1"' });
    expect(await nextChange(reader)).toMatchObject({ created: 0, changed: 0 });
    await reader.cancel();
  });
});
