import { readerRefusal } from '@/app/_auth/reader-refusal';
import { changesSince, onChange } from '@/db/changes-feed';
import { database } from '@/db/client';
import { readRevision } from '@/db/index-feed';
import { ApiProblem } from '@/lib/api/problem-types';
import { log } from '@/lib/log';
import type { Call } from './call';

/** Streams that one instance keeps open; each costs a socket. */
const MOST_OPEN = 500;
/** Of those that one key or address may have: a whole office may stand behind one address, but not everybody. */
const MOST_OF_ONE = 100;
const HEARTBEAT_MS = 20_000;
/** Changes that come together are told of together. */
const TOGETHER_MS = 500;

/** What ends each open stream, and whose it is. */
const streams = new Map<() => void, string>();
// A stream that stays open would hold up the end of the server.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    for (const end of streams.keys()) end();
  });

/** The revision after which the asker wants to hear; the current one where they name none. */
async function sinceOf({ request, query }: Call): Promise<number> {
  const last = request.headers.get('Last-Event-ID');
  if (last !== null && /^\d{1,15}$/.test(last)) return Number(last);
  return (query.since as number | undefined) ?? readRevision(database());
}

const askerOf = ({ key, from }: Pick<Call, 'key' | 'from'>): string =>
  key ? `key ${key.id}` : `address ${from.ip}`;

/** Throws ApiProblem where this asker, or all together, have as many as there may be. */
function checkRoom(call: Call): void {
  const full = streams.size >= MOST_OPEN;
  const own = Array.from(streams.values()).filter((one) => one === askerOf(call)).length;
  if (!full && own < MOST_OF_ONE) return;
  throw new ApiProblem(
    full ? 'unavailable' : 'too-many',
    full ? 'Too many streams are open: ask again later.' : `You have ${own} streams open: end some of them.`,
    [],
    { 'Retry-After': '60' },
  );
}

/** The stream of one asker: what it has written so far, and how it ends. */
function streamOf({ request, filters, key, from }: Call, since: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = (): void => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let told = since;
      let counted = 0;
      let ended = false;
      let waiting: NodeJS.Timeout | undefined;
      const write = (text: string): void => {
        if (!ended) controller.enqueue(encoder.encode(text));
      };
      const close = (): void => {
        end();
        controller.close();
      };
      const tell = async (): Promise<void> => {
        const revision = await readRevision(database());
        if (revision <= told) return;
        // Whoever has signed out meanwhile, or was, hears no more.
        if (key === null && (await readerRefusal(request.headers)) !== null) return close();
        const changes = { revision, ...(await changesSince(database(), filters, since)) };
        // Only now: where counting failed, the next notice counts it too.
        told = revision;
        const before = counted;
        counted = changes.created + changes.changed;
        // What does not touch the question is not told; that nothing is left of what was told is.
        if (counted + before > 0)
          write(`id: ${revision}\nevent: change\ndata: ${JSON.stringify(changes)}\n\n`);
      };
      const soon = (): void => {
        waiting ??= setTimeout(() => {
          waiting = undefined;
          tell().catch((error: unknown) => log.warn({ err: error }, 'a stream of changes could not be told'));
        }, TOGETHER_MS);
      };
      const forget = onChange(database(), soon);
      const heart = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
      end = () => {
        if (ended) return;
        ended = true;
        streams.delete(close);
        forget();
        clearInterval(heart);
        clearTimeout(waiting);
      };
      streams.set(close, askerOf({ key, from }));
      request.signal.addEventListener('abort', () => end());
      write('retry: 5000\n\n');
      soon();
    },
    cancel: () => end(),
  });
}

/** Tells of changes as they are committed (server-sent events), for the events that pass the filters. */
export async function streamChanges(call: Call): Promise<Response> {
  if (call.filters.asOf !== null)
    throw new ApiProblem('bad-query', 'Not usable: asOf.', [
      { parameter: 'asOf', value: call.filters.asOf, detail: 'A past day does not change any more' },
    ]);
  checkRoom(call);
  // Who asks for the head alone gets no stream, which nobody would end.
  const body = call.request.method === 'HEAD' ? null : streamOf(call, await sinceOf(call));
  return new Response(body, {
    // no-transform: a stream that is compressed would be held back until there is enough of it.
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' },
  });
}
