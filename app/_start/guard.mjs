// What the web server refuses before Next sees it, and what it takes away.

/** Where files of events are sent to; whoever may not send any is refused there before the body is read. */
const UPLOADS = ['/admin/import/upload', '/api/v1/imports'];
/** The largest body, in bytes: of a form, and of a file of 500 MB with the form round it. */
export const MOST_BYTES = 64 * 1024 * 1024;
const MOST_UPLOAD_BYTES = 501 * 1024 * 1024;
/** What a body has to come at: nothing is asked of its first milliseconds, then so many bytes a second on average. */
const SLOWEST = { graceMs: 15_000, bytesPerSecond: 500 };

/** How long the web server waits: a head that drips in, the longest upload, and a connection that nobody uses. */
export const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 3_600_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16_384,
};

/** What only a proxy of ours may say; from anybody else it is made up. */
const PROXY_HEADERS = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-real-ip', 'forwarded'];

/**
 * The address that the request came from: the socket's, or, behind so many proxies of ours, what the outermost of them
 * has seen. What a client writes before that is not believed.
 *
 * @param {string | undefined} forwarded X-Forwarded-For
 * @param {string} socket
 * @param {number} proxies
 * @returns {string}
 */
export function clientAddress(forwarded, socket, proxies) {
  const chain = [...(forwarded ?? '').split(',').map((part) => part.trim()), socket].filter(Boolean);
  return chain[Math.max(0, chain.length - 1 - proxies)] ?? socket;
}

/**
 * Ends a request whose body drips in. Bytes are counted as the socket gets them, so that it is the client who is slow, never
 * a reader of ours; the next look is when what has come would be too little.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {typeof SLOWEST} slowest
 */
function endSlowBody(request, { graceMs, bytesPerSecond }) {
  const { socket } = request;
  const [begun, before] = [Date.now(), socket.bytesRead];
  const look = () => {
    const allowed = graceMs + ((socket.bytesRead - before) / bytesPerSecond) * 1000;
    const left = begun + allowed - Date.now();
    // What came is waiting for us.
    if (left <= 0 && request.readableLength === 0) request.destroy();
    else next = setTimeout(look, Math.max(left, 1000));
  };
  let next = setTimeout(look, graceMs);
  for (const event of ['end', 'close']) request.once(event, () => clearTimeout(next));
}

/**
 * Makes the check of each request: true where Next may answer it; else it is answered. The request keeps one address in
 * X-Forwarded-For, the one to believe; behind TLS every answer says that it stays there (HSTS).
 *
 * @param {{ proxies: number, https: boolean, slowest?: typeof SLOWEST }} settings
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean}
 */
export function guard({ proxies, https, slowest = SLOWEST }) {
  return (request, response) => {
    const { headers } = request;
    if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    headers['x-forwarded-for'] = clientAddress(
      [headers['x-forwarded-for']].flat().join(','),
      request.socket.remoteAddress ?? '',
      proxies,
    );
    if (proxies === 0) for (const name of PROXY_HEADERS) delete headers[name];
    // A body without a length could be endless: browsers and HTTP clients say theirs.
    const chunked = headers['transfer-encoding'] !== undefined;
    const isUpload = UPLOADS.includes(request.url?.split('?')[0] ?? '');
    const most = isUpload ? MOST_UPLOAD_BYTES : MOST_BYTES;
    const length = Number(headers['content-length'] ?? 0);
    const status = chunked ? 411 : length > most ? 413 : 0;
    if (status === 0) {
      if (length > 0) endSlowBody(request, slowest);
      return true;
    }
    response.writeHead(status, { 'Content-Type': 'text/plain', Connection: 'close' });
    response.end(status === 411 ? 'Say how long the body is (Content-Length).' : 'The body is too large.');
    return false;
  };
}
