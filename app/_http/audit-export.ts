import { readSession } from '@/app/_auth/read-session';
import { requestOrigin } from '@/app/_auth/request-origin';
import { writeAudit } from '@/db/audit';
import { database } from '@/db/client';
import type { Author } from '@/lib/author';

/** Rows above which an export is audited. */
const LARGE = 1000;

/** Audits a file that is about to be sent, where it is large: what was asked for, by whom (or whose key), how many rows. */
export async function auditExport(
  request: Request,
  format: string,
  rows: number,
  key: Author | null = null,
): Promise<void> {
  // Who asks for the head alone gets no rows.
  if (rows <= LARGE || request.method === 'HEAD') return;
  const from = await requestOrigin();
  const session = key === null ? await readSession(request.headers) : null;
  const { pathname, search } = new URL(request.url);
  await writeAudit(database(), {
    action: 'export.large',
    by: key ?? (session && { id: session.user.id, from }),
    from,
    detail: { file: pathname, query: search.slice(1, 2000), format, rows },
  });
}
