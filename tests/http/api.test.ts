import { describe, expect, it } from 'vitest';
import { createKey } from '@/db/api-keys';
import { userByEmail } from '@/db/users';
import { good } from '../setup/api-event';
import { product } from './product';

const server = product();

describe('the API behind the web server', () => {
  it('names the version of what it has made, and takes it back', async () => {
    await server.signedIn('admin');
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
