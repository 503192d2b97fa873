import { database } from '@/db/client';
import { readFindings, readRejects } from '@/db/import/findings';
import { listImports as readImports } from '@/db/import/imports';
import { acceptedType } from '@/lib/api/accept';
import { ApiProblem } from '@/lib/api/problem-types';
import type { Verdict } from '@/lib/import/import-counts';
import { rejectedFile } from '../rejected-file';
import type { Call } from './call';
import { found, importAnswer, noStore, shortAnswer } from './import-answer';
import { acceptJson } from './reads';

interface Paging {
  limit: number;
  cursor: number | undefined;
}

/** A page of rows, of which one more than asked for was read. */
function pageOf<T>(rows: readonly T[], limit: number, positionOf: (row: T) => number) {
  const data = rows.slice(0, limit);
  return { data, page: { next: rows.length > limit ? String(positionOf(data.at(-1)!)) : null } };
}

export async function listImports(call: Call): Promise<Response> {
  acceptJson(call);
  const { limit, cursor = null } = call.query as unknown as Paging;
  const { data, page } = pageOf(await readImports(database(), cursor, limit + 1), limit, ({ id }) => id);
  return Response.json({ data: data.map(shortAnswer), page }, { headers: noStore });
}

export async function getImport(call: Call): Promise<Response> {
  acceptJson(call);
  return importAnswer((await found(call)).id);
}

export async function importedEvents(call: Call): Promise<Response> {
  acceptJson(call);
  const { id } = await found(call);
  const { verdict, limit, cursor = -1 } = call.query as unknown as Paging & { verdict: Verdict };
  const rows = await readFindings(database(), id, verdict, cursor, limit + 1);
  const { data, page } = pageOf(rows, limit, ({ position }) => position);
  const told = data.map(({ position, firstRow, twinRow, allowed, slug, event }) => ({
    position,
    row: firstRow,
    twinRow,
    allowed,
    slug,
    title: event?.title ?? null,
    startsOn: event?.startsOn ?? null,
    endsOn: event?.endsOn ?? null,
    place: event?.region ?? null,
  }));
  return Response.json({ data: told, page }, { headers: noStore });
}

export async function rejectedRows(call: Call): Promise<Response> {
  const offered = call.suffix === 'csv' ? 'text/csv' : null;
  const type = offered ?? acceptedType(call.request.headers.get('Accept'), ['application/json', 'text/csv']);
  if (type === null)
    throw new ApiProblem('not-acceptable', 'The rows are offered as application/json and text/csv.');
  const row = await found(call);
  if (type === 'text/csv') return rejectedFile(row);
  const { limit, cursor = -1 } = call.query as unknown as Paging;
  const { data, page } = pageOf(
    await readRejects(database(), row.id, cursor, limit + 1),
    limit,
    (one) => one.row,
  );
  return Response.json({ data, page }, { headers: noStore });
}
