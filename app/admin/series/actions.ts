'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { checkUser, requireUser } from '@/app/_auth/session';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { database } from '@/db/client';
import { deleteSeries, writeSeries } from '@/db/series';
import { textOf } from '@/lib/form-data';
import { readPlace } from '@/lib/place-words';
import { seriesSchema, type Observation, type Series } from '@/lib/series/series';
import type { TableProblem } from '@/lib/series/series-row';
import { readSeriesTable } from '@/lib/series/series-table';
import { seriesDraft, type SeriesDraft, type SeriesState } from '../_series/series-state';

/** A file of statistics is small; a larger one is another file. */
const MOST_BYTES = 1_000_000;
/** Problems that are told at once. */
const MOST_PROBLEMS = 20;

/** Row, column, what stands there, and why it cannot be used. */
const problemWords = ({ row, column, value, reason }: TableProblem): string =>
  `Row ${row}${column && `, ${column}`}${value && ` (${value.slice(0, 60)})`}: ${reason}`;

/** The table as typed, or the file where one was chosen. */
async function tableOf(
  form: FormData,
  draft: SeriesDraft,
): Promise<{ text: string } | { error: FieldError }> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return { text: draft.numbers };
  if (file.size > MOST_BYTES)
    return { error: { field: 'file', message: 'The file must be smaller than 1 MB' } };
  const text = new TextDecoder('utf-8').decode(await file.arrayBuffer());
  return text.includes('\uFFFD') || text.includes('\0')
    ? { error: { field: 'file', message: 'The file must be a CSV in UTF-8' } }
    : { text };
}

interface Read {
  series: Series | null;
  observations: Observation[];
  errors: FieldError[];
  columns: string[];
}

function readDraft(draft: SeriesDraft, text: string): Read {
  const place = draft.region.trim() === '' ? null : readPlace(draft.region);
  const errors: FieldError[] =
    place && 'message' in place ? [{ field: 'region', message: place.message }] : [];
  const region = place && 'place' in place ? place.place.code : null;
  const result = seriesSchema.safeParse({ ...draft, region });
  if (!result.success)
    errors.push(...result.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })));
  const table = text.trim() === '' ? { observations: [] } : readSeriesTable(text, draft.column || undefined);
  if ('observations' in table)
    return { series: result.data ?? null, observations: table.observations, errors, columns: [] };
  const told = table.problems.slice(0, MOST_PROBLEMS).map((one) =>
    // The list of columns stands in the choice.
    table.choose
      ? { field: 'column', message: one.reason }
      : { field: 'numbers', message: problemWords(one) },
  );
  const more = table.problems.length - told.length;
  if (more > 0) told.push({ field: 'numbers', message: `${more} more cells cannot be read` });
  return { series: null, observations: [], errors: [...errors, ...told], columns: table.columns };
}

/** Saves a series and all its numbers, or answers with the form and every reason why it cannot. */
export async function saveSeriesAction(before: SeriesState, form: FormData): Promise<SeriesState> {
  const draft = seriesDraft(form);
  const stored = textOf(form, 'stored') || null;
  const seen = textOf(form, 'seen');
  const state: SeriesState = {
    draft: stored ? { ...draft, key: stored } : draft,
    stored,
    seen,
    errors: [],
    columns: [],
    refused: null,
    turn: before.turn + 1,
  };
  const user = await checkUser('series.edit');
  if (typeof user === 'string') return { ...state, refused: user };
  const table = await tableOf(form, draft);
  if ('error' in table) return { ...state, errors: [table.error] };
  // A file's text goes into the field: what cannot be read can be mended there.
  state.draft = { ...state.draft, numbers: table.text };
  const { series, observations, errors, columns } = readDraft(state.draft, table.text);
  if (errors.length > 0 || !series) return { ...state, errors, columns };
  const over = stored ? { seen } : 'new';
  if (!(await writeSeries(database(), series, observations, user, over))) {
    const message = stored
      ? 'Somebody has saved this series since you opened it: copy what you changed, and open it again'
      : 'There is a series with this address already';
    return { ...state, errors: [{ field: 'key', message }] };
  }
  revalidatePath('/', 'layout');
  redirect(`/admin/series?saved=${series.key}`);
}

/** Takes a series away with its numbers. */
export async function deleteSeriesAction(form: FormData): Promise<void> {
  const user = await requireUser('series.edit', '/admin/series');
  const key = textOf(form, 'key');
  const gone = textOf(form, 'sure') === 'yes' && (await deleteSeries(database(), key, user));
  revalidatePath('/', 'layout');
  redirect(
    gone
      ? `/admin/series?deleted=${encodeURIComponent(key)}`
      : `/admin/series/${encodeURIComponent(key)}?sure=1`,
  );
}
