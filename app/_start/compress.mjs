import compression from 'compression';

/**
 * Compresses answers as they stream, with brotli (at the library's quality of 4, which costs less than the gzip that it
 * replaces) or gzip. A part of a file is left alone: compressed on its own, it could not be put together.
 *
 * @type {(
 *   request: import('node:http').IncomingMessage,
 *   response: import('node:http').ServerResponse,
 *   next: () => void,
 * ) => void}
 */
export const compress = compression({
  filter: (request, response) => response.statusCode !== 206 && compression.filter(request, response),
});
