// The web server of the production build: Next's own handler behind brotli, which `next start` lacks (DECISIONS.md).
// Plain JavaScript, so that no loader stands between Node and Next.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import next from 'next';
import onHeaders from 'on-headers';
import sirv from 'sirv';
import { compress } from './compress.mjs';
import { guard, LIMITS } from './guard.mjs';

const ASSETS = '/_next/static';
const YEAR_SECONDS = 31_536_000;
const port = Number(process.argv[2]);

// Part of every ETag: another build makes other pages of the same events.
process.env.BUILD_ID = readFileSync('.next/BUILD_ID', 'utf8');

const app = next({ dev: false, port });
await app.prepare();
const pages = app.getRequestHandler();

/** Scripts and styles as Next sends them, but with the .br file that precompress.ts made. A name is good for good. */
const assets = sirv('.next/static', {
  brotli: true,
  etag: true,
  maxAge: YEAR_SECONDS,
  immutable: true,
  setHeaders: (response) => response.setHeader('X-Content-Type-Options', 'nosniff'),
});

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function answer(request, response) {
  const url = request.url ?? '/';
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  // Next reads ranges by the book.
  if (!isRead || !url.startsWith(`${ASSETS}/`) || request.headers.range) return void pages(request, response);
  request.url = url.slice(ASSETS.length);
  assets(request, response, () => {
    request.url = url;
    void pages(request, response);
  });
}

const protect = guard({
  proxies: Number(process.env.TRUSTED_PROXIES ?? 0),
  https: (process.env.PUBLIC_URL ?? '').startsWith('https:'),
});

const server = createServer(LIMITS, (request, response) => {
  if (!protect(request, response)) return;
  // What failed, is missing or moved has no state to hold: a page that could not be made must be made the next time.
  onHeaders(response, () => {
    if (![200, 201, 204, 206, 304].includes(response.statusCode)) response.removeHeader('ETag');
  });
  compress(request, response, () => answer(request, response));
});
server.listen(port);

// Answers under way are finished; whoever started this ends it where that takes too long.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close(() => process.exit(0)));
