import { database } from '@/db/client';
import { allowHeld } from '@/db/import/findings';
import {
  cancelImport as stopJob,
  createImport,
  discardImport as forget,
  keepMapping,
  planImport,
  readImport,
  setNewStatus,
  type ImportView,
} from '@/db/import/imports';
import { jobProblemWords } from '@/db/import/job-problem';
import { checked } from '@/lib/api/event-body';
import { applyBodySchema, checkBodySchema } from '@/lib/api/import-answers';
import { ApiProblem } from '@/lib/api/problem-types';
import type { ImportState } from '@/lib/import/import-counts';
import { shapeOf } from '@/lib/import/plan-file';
import { removeUpload } from '@/lib/import/upload-folder';
import { startApply, startCheck, startUndo } from '../import-jobs';
import { applyRefusal, moverOf, undoRefusal, type PublicRefusal } from '../import-rights';
import { knownSet, madeSet, type SetError } from '../import-sets';
import { receiveBody, UploadProblem } from '../receive-file';
import { authorOf, type Call } from './call';
import { found, importAnswer, noStore, toldOf } from './import-answer';
import { readBody } from './read-body';

/** What an import may do now. Throws ApiProblem where it stands at another step. */
function standsAt({ state, running }: ImportView, ...states: ImportState[]): void {
  if (states.includes(state) && !running) return;
  const now = running ? `${state} (running)` : state;
  throw new ApiProblem('conflict', `The import is ${now}: this needs one that is ${states.join(' or ')}.`);
}

export async function sendImport(call: Call): Promise<Response> {
  const received = await receiveBody(call.request, call.query.name as string).catch((error: unknown) => {
    if (error instanceof UploadProblem) throw new ApiProblem(error.type, `${error.message}.`);
    const words = jobProblemWords(error);
    throw words === null ? error : new ApiProblem('unavailable', words, [], { 'Retry-After': '60' });
  });
  const id = await createImport(database(), { ...received, by: authorOf(call) });
  // What cannot be read at all is not kept either: its sender still has it.
  await toldOf((await readImport(database(), id))!).catch(async (error: unknown) => {
    await removeUpload(await forget(database(), id, authorOf(call)));
    throw error;
  });
  return importAnswer(id, 201);
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
  const by = authorOf(call);
  const set = asked.newSet
    ? await madeSet(asked.newSet, row.fileName, by)
    : await knownSet(
        asked.set ?? asked.mapping?.defaults.sourceSet ?? row.sourceSet ?? mapping.defaults.sourceSet,
        by,
      );
  if ('errors' in set) throw setProblem(set.errors, asked.newSet ? '/newSet' : '/set');
  const plan = {
    mapping: { ...mapping, defaults: { ...mapping.defaults, sourceSet: set.key } },
    sourceSet: set.key,
    newStatus: row.newStatus,
  };
  if (!(await planImport(database(), row.id, plan, by)))
    throw new ApiProblem('conflict', 'Somebody has taken this import further meanwhile.');
  await keepMapping(database(), shapeOf(columns), plan, by.id);
  await startCheck(row.id);
  return importAnswer(row.id, 202);
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
  await allowHeld(database(), row.id, { among: 'all', allow: allow ?? 'none' }, authorOf(call));
  await setNewStatus(database(), row.id, status);
  await startApply(row.id, authorOf(call));
  return importAnswer(row.id, 202);
}

export async function cancelImport(call: Call): Promise<Response> {
  const row = await found(call);
  if (!row.running) throw new ApiProblem('conflict', 'Nothing of this import runs.');
  await stopJob(database(), row.id);
  return importAnswer(row.id, 202);
}

export async function undoImport(call: Call): Promise<Response> {
  const row = await found(call);
  standsAt(row, 'applied');
  refuse(await undoRefusal(row, mover(call)));
  await startUndo(row.id, authorOf(call));
  return importAnswer(row.id, 202);
}

export async function discardImport(call: Call): Promise<Response> {
  const row = await found(call);
  standsAt(row, 'uploaded', 'checked');
  await removeUpload(await forget(database(), row.id, authorOf(call)));
  return new Response(null, { status: 204, headers: noStore });
}
