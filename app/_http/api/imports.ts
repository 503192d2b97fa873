import { database, downloadDatabase } from '@/db/client';
import { allRejects, allowHeld, readFindings, readRejects } from '@/db/import/findings';
import {
  cancelImport as stopJob,
  createImport,
  discardImport as forget,
  keepMapping,
  listImports as readImports,
  planImport,
  readImport,
  setNewStatus,
  type ImportView,
} from '@/db/import/imports';
import { jobProblemWords } from '@/db/import/job-problem';
import { acceptedType } from '@/lib/api/accept';
import { checked } from '@/lib/api/event-body';
import { instant } from '@/lib/export/file-words';
import { applyBodySchema, checkBodySchema, type ImportAnswer } from '@/lib/api/import-answers';
import { ApiProblem } from '@/lib/api/problem-types';
import { API } from '@/lib/api/routes';
import { env } from '@/lib/env';
import { correctableFile } from '@/lib/import/correctable';
import type { ImportState, Verdict } from '@/lib/import/import-counts';
import { mappingSchema } from '@/lib/import/mapping';
import { shapeOf } from '@/lib/import/plan-file';
import { removeUpload } from '@/lib/import/upload-folder';
import { lookOnce, planOf } from '../import-data';
import { startApply, startCheck, startUndo } from '../import-jobs';
import { applyRefusal, moverOf, undoRefusal, type PublicRefusal } from '../import-rights';
import { knownSet, madeSet, type SetError } from '../import-sets';
import { receiveBody, UploadProblem } from '../receive-file';
import { textStream } from '../text-stream';
import { authorOf, type Call } from './call';
import { readBody } from './read-body';
import { acceptJson } from './reads';

const noStore = { 'Cache-Control': 'no-store' };

async function found({ id }: Call): Promise<ImportView> {
  const row = await readImport(database(), id);
  if (!row) throw new ApiProblem('not-found', 'There is no import with this number.');
  return row;
}

/** What an import may do now. Throws ApiProblem where it stands at another step. */
function standsAt({ state, running }: ImportView, ...states: ImportState[]): void {
  if (states.includes(state) && !running) return;
  const now = running ? `${state} (running)` : state;
  throw new ApiProblem('conflict', `The import is ${now}: this needs one that is ${states.join(' or ')}.`);
}

/** What goes wrong with the file itself, as a problem of the request. */
async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const words = error instanceof ApiProblem ? null : jobProblemWords(error);
    if (words === null) throw error;
    throw new ApiProblem('invalid', words);
  }
}

type Told = Pick<ImportAnswer, 'mapping' | 'questions' | 'columns' | 'format'>;

/** How the file is or would be read: it is looked at only where nothing was kept. */
async function toldOf(row: ImportView): Promise<Told> {
  const { format, columns } = row;
  const kept = mappingSchema.safeParse(row.mapping);
  if (kept.success) return { mapping: kept.data, questions: [], columns, format };
  if (row.storedAs === null) return { mapping: null, questions: [], columns, format };
  return reading(async () => {
    const look = await lookOnce(row);
    const { mapping, questions } = await planOf(row, look);
    return { mapping, questions, columns: look.columns, format: look.format };
  });
}

const shortAnswer = (row: ImportView): Omit<ImportAnswer, 'mapping' | 'questions' | 'columns'> => ({
  id: row.id,
  fileName: row.fileName,
  bytes: row.bytes,
  sha256: row.sha256,
  state: row.state,
  running: row.running,
  step: row.running ? row.step : null,
  rowsDone: row.rowsDone,
  bytesDone: row.bytesDone,
  format: row.format,
  set: row.sourceSet,
  status: row.newStatus,
  counts: row.counts,
  skipped: row.skipped ?? [],
  problem: row.problem,
  createdAt: instant(row.createdAt),
  appliedAt: row.appliedAt && instant(row.appliedAt),
  undoneAt: row.undoneAt && instant(row.undoneAt),
});

async function answer(id: number, status = 200): Promise<Response> {
  const row = (await readImport(database(), id))!;
  const Location = `${env().PUBLIC_URL}${API}/imports/${id}`;
  const body: ImportAnswer = { ...shortAnswer(row), ...(await toldOf(row)) };
  return Response.json(body, { status, headers: { ...noStore, ...(status !== 200 && { Location }) } });
}

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

export async function sendImport(call: Call): Promise<Response> {
  const received = await receiveBody(call.request, call.query.name as string).catch((error: unknown) => {
    if (error instanceof UploadProblem)
      throw new ApiProblem(error.status === 413 ? 'too-large' : 'bad-body', `${error.message}.`);
    const words = jobProblemWords(error);
    throw words === null ? error : new ApiProblem('unavailable', words, [], { 'Retry-After': '60' });
  });
  const id = await createImport(database(), { ...received, by: call.key!.ownerId });
  // What cannot be read at all is not kept either: its sender still has it.
  return answer(id, 201).catch(async (error: unknown) => {
    await removeUpload(await forget(database(), id));
    throw error;
  });
}

export async function getImport(call: Call): Promise<Response> {
  acceptJson(call);
  return answer((await found(call)).id);
}

const setProblem = (errors: readonly SetError[], at: string): ApiProblem =>
  new ApiProblem(
    'invalid',
    'The set cannot be used.',
    errors.map(({ field, message }) => ({ pointer: field ? `${at}/${field}` : at, detail: message })),
  );

export async function checkImport(call: Call): Promise<Response> {
  const asked = checked(checkBodySchema, (await readBody(call.request, 'application/json')).body);
  const row = await found(call);
  standsAt(row, 'uploaded', 'checked');
  const { mapping: told, questions, columns } = await toldOf(row);
  const mapping = asked.mapping ?? told;
  if (!mapping || !columns) throw new ApiProblem('conflict', 'The file is not here any more: send it again.');
  if (!asked.mapping && questions.length > 0)
    throw new ApiProblem(
      'invalid',
      'The file does not tell all of how it is to be read: send a mapping.',
      questions.map(({ text }) => ({ pointer: '/mapping', detail: text })),
    );
  const set = asked.newSet
    ? await madeSet(asked.newSet, row.fileName)
    : await knownSet(
        asked.set ?? asked.mapping?.defaults.sourceSet ?? row.sourceSet ?? mapping.defaults.sourceSet,
      );
  if ('errors' in set) throw setProblem(set.errors, asked.newSet ? '/newSet' : '/set');
  const plan = {
    mapping: { ...mapping, defaults: { ...mapping.defaults, sourceSet: set.key } },
    sourceSet: set.key,
    newStatus: row.newStatus,
  };
  if (!(await planImport(database(), row.id, plan)))
    throw new ApiProblem('conflict', 'Somebody has taken this import further meanwhile.');
  await keepMapping(database(), shapeOf(columns), plan, call.key!.ownerId);
  await startCheck(row.id);
  return answer(row.id, 202);
}

function refuse(refused: PublicRefusal | null): void {
  if (refused) throw new ApiProblem(refused.kind, refused.words);
}

const mover = ({ key }: Call) => moverOf(key!.ownerId, key!.scopes.has('events:publish'));

export async function applyImport(call: Call): Promise<Response> {
  const { status, allow } = checked(applyBodySchema, (await readBody(call.request, 'application/json')).body);
  const row = await found(call);
  standsAt(row, 'checked');
  refuse(await applyRefusal(row, mover(call), status));
  await allowHeld(database(), row.id, 'all', allow === 'all');
  if (Array.isArray(allow)) await allowHeld(database(), row.id, allow, true);
  await setNewStatus(database(), row.id, status);
  await startApply(row.id, authorOf(call));
  return answer(row.id, 202);
}

export async function cancelImport(call: Call): Promise<Response> {
  const row = await found(call);
  if (!row.running) throw new ApiProblem('conflict', 'Nothing of this import runs.');
  await stopJob(database(), row.id);
  return answer(row.id, 202);
}

export async function undoImport(call: Call): Promise<Response> {
  const row = await found(call);
  standsAt(row, 'applied');
  refuse(await undoRefusal(row, mover(call)));
  await startUndo(row.id, authorOf(call));
  return answer(row.id, 202);
}

export async function discardImport(call: Call): Promise<Response> {
  const row = await found(call);
  standsAt(row, 'uploaded', 'checked');
  await removeUpload(await forget(database(), row.id));
  return new Response(null, { status: 204, headers: noStore });
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

/** The rejected rows as a file that can be corrected and sent again. */
async function rejectedFile({ id, columns }: ImportView): Promise<Response> {
  const rejects = () => allRejects(downloadDatabase(), id);
  const first = await rejects().next();
  const names = columns ?? (first.done ? [] : Object.keys(first.value.raw));
  return new Response(textStream(correctableFile(names, rejects())), {
    headers: { ...noStore, 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });
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
