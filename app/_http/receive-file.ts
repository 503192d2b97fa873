import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { jobProblemWords } from '@/db/import/job-problem';
import { sweepUploads, uploadPath } from '@/lib/import/upload-folder';

/** The largest file that is taken, in bytes. */
export const MOST_BYTES = 500 * 1024 * 1024;
/** Room for the parts of the form round the file. */
const AROUND = 64 * 1024;

/** Why an upload was not taken: the type of the problem and a sentence. */
export class UploadProblem extends Error {
  constructor(
    readonly type: 'bad-body' | 'too-large' | 'unsupported-type',
    message: string,
  ) {
    super(message);
  }
}

const TOO_LARGE = 'The file must be smaller than 500 MB';

export interface Received {
  fileName: string;
  storedAs: string;
  bytes: number;
  sha256: string;
}

/** What people see of a name that a browser sent: its last part, without signs that are no text. */
function shownName(given: string | undefined): string {
  const last = (given ?? '').split(/[\\/]/).at(-1) ?? '';
  return (
    last
      .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
      .trim()
      .slice(0, 200) || 'file'
  );
}

/** Counts and hashes what passes through, as far as a file may go. */
class Meter extends Transform {
  bytes = 0;
  readonly #hash = createHash('sha256');
  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.bytes += chunk.length;
    this.#hash.update(chunk);
    if (this.bytes > MOST_BYTES) done(new UploadProblem('too-large', TOO_LARGE));
    else done(null, chunk);
  }
  get sha256(): string {
    return this.#hash.digest('hex');
  }
}

async function store(stream: Readable, fileName: string): Promise<Received> {
  const storedAs = randomUUID();
  const half = uploadPath(`${storedAs}.part`);
  const meter = new Meter();
  try {
    await pipeline(stream, meter, createWriteStream(half, { mode: 0o600 }));
    if (meter.bytes === 0) throw new UploadProblem('bad-body', 'Choose a file that is not empty');
    await rename(half, uploadPath(storedAs));
    return { fileName, storedAs, bytes: meter.bytes, sha256: meter.sha256 };
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

/**
 * Takes the file of a multipart form (RFC 7578) as a stream to the disk: what is in memory does not grow with it. Throws
 * UploadProblem for what cannot be taken; what was written by then is removed.
 */
export async function receiveFile(request: Request): Promise<Received> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data;/i.test(type) || !request.body)
    throw new UploadProblem('unsupported-type', 'Send the file as a form');
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES + AROUND)
    throw new UploadProblem('too-large', TOO_LARGE);
  await sweepUploads();
  let stored: Promise<Received> | undefined;
  let form: BusboyInstance;
  try {
    form = new Busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fields: 4, fieldSize: 1000, parts: 5, headerPairs: 20 },
    });
  } catch {
    throw new UploadProblem('bad-body', 'Send the file as a form');
  }
  form.on('file', (_field, stream, name) => {
    stored = store(stream, shownName(name));
    stored.catch(() => stream.resume());
  });
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), form);
  } catch (error) {
    await stored?.catch(() => {});
    if (stored) void stored.then(({ storedAs }) => rm(uploadPath(storedAs), { force: true })).catch(() => {});
    throw error instanceof UploadProblem
      ? error
      : new UploadProblem('bad-body', 'The upload broke off: send the file again');
  }
  if (!stored) throw new UploadProblem('bad-body', 'Choose a file');
  return stored;
}

/** Takes a body that is a file, as receiveFile does. Throws UploadProblem. */
export async function receiveBody(request: Request, name: string): Promise<Received> {
  if (!request.body) throw new UploadProblem('bad-body', 'Send the file as the body');
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES)
    throw new UploadProblem('too-large', TOO_LARGE);
  await sweepUploads();
  try {
    return await store(Readable.fromWeb(request.body as ReadableStream), shownName(name));
  } catch (error) {
    if (error instanceof UploadProblem || jobProblemWords(error) !== null) throw error;
    throw new UploadProblem('bad-body', 'The upload broke off: send the file again');
  }
}
