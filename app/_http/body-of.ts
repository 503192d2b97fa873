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

/** Chunks as the body of an answer: made as fast as they are taken, and no longer where the asker has gone. */
export async function bodyOf(chunks: Chunks): Promise<ReadableStream<Uint8Array>> {
  const pieces = inPieces(chunks);
  // Before the answer begins, so that an outage is an error and not a file cut short.
  let next = await pieces.next();
  return new ReadableStream({
    async pull(controller) {
      if (next.done) return controller.close();
      controller.enqueue(next.value);
      next = await pieces.next();
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
}
