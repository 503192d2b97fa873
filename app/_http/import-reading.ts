import { jobProblemWords } from '@/db/import/job-problem';
import { rereadImport, type ImportView } from '@/db/import/imports';
import { planByRecord } from '@/db/import/plan';
import { database } from '@/db/client';
import type { Writer } from '@/lib/author';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { mappingDraft, mappingFromDraft } from '@/lib/import/mapping-form';
import { lookAt, type FileLook } from '@/lib/import/plan-file';
import { carriedOver, readingOf } from '@/lib/import/reading';
import type { Draft } from '@/lib/import/rules-form';
import { uploadPath } from '@/lib/import/upload-folder';

/** True where the form says that the file is read in another way than it was. */
export function asksToRead(draft: Draft, look: FileLook): boolean {
  const asked = readingOf(draft);
  return (
    asked !== null &&
    look.format === 'csv' &&
    (asked.encoding !== look.encoding || asked.delimiter !== look.delimiter)
  );
}

const FIELD = 'reading.encoding';
const TOO_LATE = 'Somebody has taken this import further since you opened it: reload the page';

/** Why a file cannot be read so, beside the choice of it; what is unexpected is thrown on. */
function problemOf(error: unknown): FieldError {
  const words = jobProblemWords(error);
  if (words === null) throw error;
  return { field: FIELD, message: words };
}

/**
 * Reads a file in the encoding and with the delimiter that the form says, and keeps them. Returns the form over the columns as
 * they then are, with what was filled in; where it cannot be read so nothing is kept, and `errors` say why.
 */
export async function readAnew(
  found: ImportView,
  draft: Draft,
  before: FileLook,
  by: Writer,
): Promise<{ draft: Draft; errors: FieldError[] }> {
  const look = await lookAt(uploadPath(found.storedAs!), undefined, readingOf(draft)!).catch(problemOf);
  if ('message' in look) return { draft, errors: [look] };
  const plan = await planByRecord(database(), look, found.fileName);
  const carried = carriedOver(draft, before.columns, look.columns, mappingDraft(plan.mapping));
  // What is not whole yet stays in the form alone.
  const read = mappingFromDraft(carried, plan.mapping);
  const kept = await rereadImport(database(), found.id, look, 'mapping' in read ? read.mapping : null, by);
  return {
    draft: carried,
    errors: kept ? [] : [{ field: FIELD, message: TOO_LATE }],
  };
}
