import { downloadDatabase } from '@/db/client';
import { allRejects } from '@/db/import/findings';
import type { ImportView } from '@/db/import/imports';
import { correctableFile } from '@/lib/import/correctable';

/** Text as it is made, as a body: what is not asked for is not made, and who leaves ends it. */
function textStream(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}

/** The rejected rows as a CSV with the columns of the file and a reason each, to correct and to import again. */
export async function rejectedFile(
  { id, columns }: Pick<ImportView, 'id' | 'columns'>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const rejects = () => allRejects(downloadDatabase(), id);
  // Where the columns were not kept they are those of the rows: the file itself may be gone.
  const first = await rejects().next();
  const names = columns ?? (first.done ? [] : Object.keys(first.value.raw));
  return new Response(textStream(correctableFile(names, rejects())), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Cache-Control': 'no-store',
      ...headers,
    },
  });
}
