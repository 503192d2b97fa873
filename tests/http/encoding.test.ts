import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, get as open, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliDecompressSync, createBrotliDecompress, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compress } from '@/app/_start/compress.mjs';
import { product } from './product';

const { at } = product();

/** The answer as it comes over the wire: fetch would decode it. */
async function wire(address: string, headers: Record<string, string> = {}, method = 'GET') {
  const request = open(address, { headers, method });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) };
}

/** Each answer has its own nonce. */
const text = (body: Buffer): string => body.toString().replaceAll(/nonce[\\":=-]+[\w-]{36}/g, 'nonce');

/** The address of the largest script of the page. */
async function script(): Promise<string> {
  const page = text((await wire(at('/'))).body);
  const found = [...new Set(page.match(/\/_next\/static\/chunks\/[^"\\]+\.js/g))];
  expect(found.length).toBeGreaterThan(5);
  const sizes = await Promise.all(found.map(async (name) => (await wire(at(name))).body.length));
  return found[sizes.indexOf(Math.max(...sizes))]!;
}

describe('compression', () => {
  it.each(['/', '/events', '/charts/timeline.csv', '/charts/period.svg', 'a script'])(
    'changes no byte, and none twice: %s',
    async (what) => {
      const address = at(what === 'a script' ? await script() : what);
      const plain = await wire(address);
      expect(plain.headers['content-encoding']).toBeUndefined();
      const brotli = await wire(address, { 'Accept-Encoding': 'gzip, deflate, br, zstd' });
      expect(brotli.headers['content-encoding']).toBe('br');
      expect(text(brotliDecompressSync(brotli.body))).toBe(text(plain.body));
      const gzip = await wire(address, { 'Accept-Encoding': 'gzip' });
      expect(gzip.headers['content-encoding']).toBe('gzip');
      expect(text(gunzipSync(gzip.body))).toBe(text(plain.body));
      for (const { headers } of [plain, brotli, gzip]) expect(headers.vary).toContain('Accept-Encoding');
    },
  );

  it('of scripts was done once, by the build', async () => {
    const address = await script();
    const { body, headers } = await wire(at(address), { 'Accept-Encoding': 'br' });
    const file = path.join('.next', address.replace('/_next/', ''));
    expect(body.equals(readFileSync(`${file}.br`))).toBe(true);
    expect(headers['cache-control']).toBe('public,max-age=31536000,immutable');
    expect(headers['content-type']).toContain('javascript');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each(['/favicon.svg', 'a script'])('leaves parts of files alone: %s', async (what) => {
    const address = at(what === 'a script' ? await script() : what);
    const whole = (await wire(address)).body;
    const part = await wire(address, { 'Accept-Encoding': 'br', Range: 'bytes=10-29' });
    expect(part.status).toBe(206);
    expect(part.headers['content-encoding']).toBeUndefined();
    expect(part.body.equals(whole.subarray(10, 30))).toBe(true);
  });

  it.each(['/', '/charts/timeline.csv', 'a script'])('leaves HEAD without a body: %s', async (what) => {
    const address = at(what === 'a script' ? await script() : what);
    const { status, body, headers } = await wire(address, { 'Accept-Encoding': 'br' }, 'HEAD');
    expect(status).toBe(200);
    expect(body.length).toBe(0);
    expect(headers.etag).toBe((await wire(address, { 'Accept-Encoding': 'br' })).headers.etag);
  });

  it('keeps what is missing missing', async () => {
    expect((await wire(at('/_next/static/chunks/none.js'), { 'Accept-Encoding': 'br' })).status).toBe(404);
    expect((await wire(at('/_next/static/../BUILD_ID'))).status).toBe(404);
    expect((await wire(at('/_next/static/%2e%2e/BUILD_ID'))).status).not.toBe(200);
  });

  it('passes on what was flushed before the rest is made', async () => {
    let finish = (): void => {};
    const server = createServer((request, response) =>
      compress(request, response, () => {
        response.setHeader('Content-Type', 'text/csv');
        response.write('first rows\r\n');
        // As Next does after every chunk of a streamed answer.
        (response as typeof response & { flush(): void }).flush();
        finish = () => response.end('last rows\r\n');
      }),
    ).listen(0);
    const { port } = server.address() as AddressInfo;
    const [answer] = (await once(
      open(`http://localhost:${port}`, { headers: { 'Accept-Encoding': 'br' } }),
      'response',
    )) as [IncomingMessage];
    expect(answer.headers['content-encoding']).toBe('br');
    const rows = answer.pipe(createBrotliDecompress());
    expect(String(await once(rows, 'data'))).toBe('first rows\r\n');
    finish();
    expect(String(await once(rows, 'data'))).toBe('last rows\r\n');
    server.close();
  });
});
