import type { Download } from './download';

type Chunks = AsyncGenerator<string | Uint8Array>;

/** Enough that a chunk's own cost does not show, little enough that nothing waits for it. */
const CHUNK = 65_536;

/** The chunks in pieces of a good size, as bytes. */
async function* inPieces(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') text += chunk;
    if (text.length >= CHUNK || (text && typeof chunk !== 'string')) {
      yield encoder.encode(text);
      text = '';
    }
    if (typeof chunk !== 'string' && chunk.length > 0) yield chunk;
  }
  if (text) yield encoder.encode(text);
}

/**
 * Chunks as the body of an answer: made as fast as they are taken, and no longer where the asker has gone. `download` is
 * told how far it is, and ends the body in the middle where it is cancelled.
 */
export async function bodyOf(
  chunks: Chunks,
  download?: Download | null,
): Promise<ReadableStream<Uint8Array>> {
  const pieces = inPieces(chunks);
  // Before the answer begins, so that an outage is an error and not a file cut short.
  let next = await pieces.next();
  return new ReadableStream({
    start(controller) {
      download?.stopped.addEventListener('abort', () => {
        // By this name Next knows that nothing failed here.
        controller.error(new DOMException('The download was cancelled', 'AbortError'));
        void pieces.return(undefined);
      });
    },
    async pull(controller) {
      if (next.done) {
        download?.ended('finished');
        return controller.close();
      }
      controller.enqueue(next.value);
      download?.sent(next.value.length);
      next = await pieces.next().catch((error: unknown) => {
        download?.ended('failed');
        throw error;
      });
    },
    async cancel() {
      download?.ended('cancelled');
      await pieces.return(undefined);
    },
  });
}
