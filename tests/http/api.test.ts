import { describe, expect, it } from 'vitest';
import { createKey } from '@/db/api-keys';
import { readEvent } from '@/db/event-record';
import { createEvent } from '@/db/event-writes';
import { events } from '@/db/schema';
import { userByEmail } from '@/db/users';
import { newEvent } from '@/lib/api/event-body';
import { eventSchema, type EventInput } from '@/lib/event';
import { draftFromEvent } from '@/lib/event-draft';
import { good } from '../setup/api-event';
import type { BrowserFetch } from '../setup/browser-fetch';
import { product } from './product';

const server = product();
const many = <T>(count: number, run: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => run(i));

let admin: BrowserFetch;

describe('the API behind the web server', () => {
  it('names the version of what it has made, and takes it back', async () => {
    admin = await server.signedIn('admin');
    const owner = (await userByEmail(server.db, 'admin@example.test'))!;
    const scopes = ['events:write', 'events:publish'] as const;
    const secret = await createKey(server.db, { name: 'A robot', scopes, ownerId: owner.id, days: 1 }, owner);
    const headers = { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' };
    const body = JSON.stringify({ ...good, status: 'published' });
    const made = await fetch(server.at('/api/v1/events'), { method: 'POST', headers, body });
    expect(made.status).toBe(201);
    expect(made.headers.get('RateLimit')).toMatch(/^"key";r=\d+;t=\d+$/);
    const etag = made.headers.get('ETag')!;
    const gone = await fetch(made.headers.get('Location')!, {
      method: 'DELETE',
      headers: { ...headers, 'If-Match': etag },
    });
    expect(gone.status).toBe(204);
    expect(gone.headers.get('ETag')).not.toBe(etag);
  });

  it('tells of changes at once, to those who take brotli too', async () => {
    const asked = new AbortController();
    const answer = await fetch(server.at('/api/v1/changes?since=0'), {
      headers: { 'Accept-Encoding': 'br, gzip' },
      signal: asked.signal,
    });
    expect(answer.headers.get('Content-Type')).toBe('text/event-stream');
    expect(answer.headers.get('Content-Encoding')).toBeNull();
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!/data: .*\n\n/.test(text)) text += (await reader.read()).value ?? '';
    expect(text).toMatch(/^id: \d+\nevent: change$/m);
    asked.abort();
  });

  it('answers a page of the documentation to which every type of problem leads', async () => {
    const { type } = (await (await fetch(server.at('/api/v1/events?colour=red'))).json()) as { type: string };
    const page = await (await fetch(type)).text();
    expect(page).toContain(`id="${new URL(type).hash.slice(1)}"`);
  });
});

describe('many people at one form', () => {
  /** What stands in the form of an event, field by field. */
  const typed = (event: EventInput): Record<string, string> => {
    const { pillars, actors: _a, measures: _m, externalIds: _e, sources, ...texts } = draftFromEvent(event);
    const source = Object.entries(sources[0]!).map(([key, value]) => [`sources.0.${key}`, value] as const);
    return { ...texts, pillars: pillars[0]!, ...Object.fromEntries(source) };
  };
  const event: EventInput = eventSchema.parse({ ...newEvent(good), status: 'published' });
  const count = async () => server.db.$count(events);

  it('save the same event at once: one wins, each of the others is told and keeps their words', async () => {
    const slug = await createEvent(server.db, event, null);
    const form = await (await admin.go(server.at(`/admin/events/${slug}`))).text();
    const words = (i: number): string => `What person number ${i} of fifty wrote.`;
    const answers = await Promise.all(
      many(50, async (i) => {
        const answer = await admin.send(form, 'Save', { ...typed(event), summary: words(i) });
        return { saved: answer.url.includes('saved='), html: await answer.text() };
      }),
    );
    expect(answers.filter(({ saved }) => saved)).toHaveLength(1);
    const now = (await readEvent(server.db, slug))!;
    const winner = answers.findIndex(({ saved }) => saved);
    expect(now).toMatchObject({ version: 2, summary: words(winner) });
    for (const [i, { html }] of answers.entries()) {
      if (i === winner) continue;
      expect(html).toContain('someone has saved this event');
      expect(html).toMatch(new RegExp(`<textarea[^>]*name="summary"[^>]*>${words(i)}</textarea>`));
      expect(html).toContain(words(winner));
    }
    // What a loser's form sends next goes over the version that it was shown.
    const next = winner === 0 ? 1 : 0;
    await admin.go(server.at(`/admin/events/${slug}`));
    await admin.send(answers[next]!.html, 'Save', { ...typed(event), summary: words(next) });
    expect(await readEvent(server.db, slug)).toMatchObject({ version: 3, summary: words(next) });
  });

  it('send one new event twenty times at once: there is one', async () => {
    const form = await (await admin.go(server.at('/admin/events/new'))).text();
    const fields = typed({ ...event, title: 'Sent twenty times', region: 'NZ' });
    const before = await count();
    const pages = await Promise.all(many(20, async () => (await admin.send(form, 'Save', fields)).url));
    expect(new Set(pages.map((url) => new URL(url).pathname)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });
});
