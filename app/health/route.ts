import { database } from '@/db/client';
import { readRevision } from '@/db/index-feed';
import { log } from '@/lib/log';

const answer = (status: number, words: string): Response =>
  new Response(`${words}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });

/** For a load balancer: whether this instance reaches its record. Says nothing else, and asks nobody who they are. */
export async function GET(): Promise<Response> {
  try {
    await readRevision(database());
    return answer(200, 'ok');
  } catch (error) {
    log.error({ err: error }, 'the record cannot be reached');
    return answer(503, 'the record cannot be reached');
  }
}
