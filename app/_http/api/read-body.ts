import { ApiProblem } from '@/lib/api/problem-types';

/** A body larger than this, in bytes, is no event. */
const MOST_BYTES = 256 * 1024;

function tooLarge(): ApiProblem {
  return new ApiProblem('too-large', `A body here has at most ${MOST_BYTES / 1024} kilobytes.`);
}

async function bytesOf(request: Request): Promise<Buffer> {
  if (Number(request.headers.get('Content-Length') ?? 0) > MOST_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader!.read()) {
    size += next.value.length;
    if (size > MOST_BYTES) {
      await reader!.cancel();
      throw tooLarge();
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}

/** The JSON that was sent as `type`, and its text. Throws ApiProblem where it is of another type, too large or no JSON. */
export async function readBody(request: Request, type: string): Promise<{ body: unknown; text: string }> {
  const [given = '', ...parameters] = (request.headers.get('Content-Type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  if (given.trim() !== type || (charset && !/^charset="?utf-8"?$/.test(charset)))
    throw new ApiProblem('unsupported-type', `The body must be ${type}, in UTF-8.`, [], {
      [request.method === 'PATCH' ? 'Accept-Patch' : 'Accept']: type,
    });
  const bytes = await bytesOf(request);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { body: JSON.parse(text) as unknown, text };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError)
      throw new ApiProblem('bad-body', 'The body is not JSON in UTF-8.');
    throw error;
  }
}
