import { downloadDatabase } from '@/db/client';
import { openExport, type EventExport, type ExportHead } from '@/db/event-export';
import { readFeed } from '@/db/event-feed';
import { recordFor } from '@/db/known-record';
import type { Author } from '@/lib/author';
import { today } from '@/lib/days';
import { env } from '@/lib/env';
import type { ExportContext } from '@/lib/export/export-event';
import { encodeFeedCursor, type FeedCursor } from '@/lib/export/feed-cursor';
import { exportFormats, type ExportFormat } from '@/lib/export/formats';
import { eventWriters } from '@/lib/export/writers';
import { dataSheets } from '@/lib/export/xlsx/event-sheets';
import { filterWords } from '@/lib/filter-words';
import { filtersToQuery, type Filters } from '@/lib/filters';
import { auditExport } from './audit-export';
import { bodyOf } from './body-of';
import type { Download } from './download';
import { beginDownload } from './downloads';
import { etagAt, etagOf, holdsState, stateHeaders } from './etag';
import { problem } from './problem';

/** Files that are read at once by one instance; each holds a connection and a snapshot. */
const MOST_AT_ONCE = 8;
let open = 0;
const BUSY = 'Other files are being read at the moment. Try again in half a minute.';

/** The setting's marking, or the highest of the events where that is higher. */
function fileMarking(highest: ExportHead['marking']): string {
  const { MARKING } = env();
  return highest === null || highest === 'OFFICIAL' || MARKING.startsWith(highest) ? MARKING : highest;
}

/** What a file says of itself. */
export function contextOf(filters: Filters, { marking, ...head }: ExportHead): ExportContext {
  const titles = {
    article: [...head.articles.values()].map(({ key, title }) => ({ value: key, label: title })),
    set: head.sets.map(({ key, title }) => ({ value: key, label: title })),
  };
  return {
    ...head,
    filters,
    filterWords: filterWords(filters, titles),
    publicUrl: env().PUBLIC_URL,
    madeOn: today(),
    marking: fileMarking(marking),
  };
}

/** A name that says where the file comes from and, as marked files must, how it is marked. */
function fileName(file: string, marking: string): string {
  const sign = marking.replaceAll(/[^\w-]+/g, '-').replaceAll(/^-+|-+$/g, '');
  const [stem, ...ending] = file.split('.');
  return `pillarwatch-${stem}${sign && `-${sign}`}.${ending.join('.')}`;
}

async function* closingAfter(
  chunks: AsyncGenerator<string | Uint8Array>,
  close: () => Promise<void>,
): AsyncGenerator<string | Uint8Array> {
  try {
    yield* chunks;
  } finally {
    await close();
  }
}

/** A snapshot among those that are open at once; null where there are too many. */
async function openAmong(filters: Filters): Promise<EventExport | null> {
  if (open >= MOST_AT_ONCE) return null;
  open += 1;
  let closed = false;
  const free = (): void => {
    if (!closed) open -= 1;
    closed = true;
  };
  try {
    const asked = await openExport(await recordFor(filters, downloadDatabase()), filters);
    return { ...asked, close: () => asked.close().finally(free) };
  } catch (error) {
    free();
    throw error;
  }
}

interface Asked {
  format: ExportFormat;
  filters: Filters;
  /** What the state of the answer is named by. */
  state: readonly string[];
  /** Whose key asks; null where a browser does. */
  key: Author | null;
}

/** What goes with a file: its name, its type, and the state that is read, which may be newer than the one asked about. */
function fileHeaders({ format, state }: Asked, { revision, marking }: ExportContext): Record<string, string> {
  const { file, contentType } = exportFormats.find(({ code }) => code === format)!;
  return {
    ...stateHeaders(etagAt(revision, ...state)),
    'Content-Type': contentType,
    // Readers of feeds and calendars take them where they are.
    'Content-Disposition': `${format === 'atom' ? 'inline' : 'attachment'}; filename="${fileName(file, marking)}"`,
  };
}

async function wholeFile(request: Request, question: Asked, download: Download | null): Promise<Response> {
  const asked = await openAmong(question.filters);
  if (asked === null) {
    download?.ended('failed', BUSY);
    return problem('busy', BUSY, { headers: { 'Retry-After': '30' } });
  }
  try {
    await auditExport(request, question.format, asked.head.total, question.key);
  } catch (error) {
    await asked.close();
    throw error;
  }
  const context = contextOf(question.filters, asked.head);
  download?.counted(context.total, question.format === 'xlsx' ? dataSheets.length : 1);
  const events = download ? download.noting(asked.events) : asked.events;
  const chunks = closingAfter(eventWriters[question.format](events, context), asked.close);
  return new Response(await bodyOf(chunks, download), { headers: fileHeaders(question, context) });
}

/** The same, followed under the name that the browser gave it. */
async function followedFile(request: Request, question: Asked, id: string): Promise<Response> {
  const download = await beginDownload(request, id);
  return wholeFile(request, question, download).catch((error: unknown) => {
    download?.ended('failed');
    throw error;
  });
}

/** A page of the feed, whole: it is short, and holds no connection while it is taken. */
async function feedOf(question: Asked, after: FeedCursor | null): Promise<Response> {
  const { head, events, updatedAt, next } = await readFeed(
    await recordFor(question.filters),
    question.filters,
    after,
  );
  const context: ExportContext = {
    ...contextOf(question.filters, head),
    page: {
      updatedAt,
      ...(after && { after: encodeFeedCursor(after) }),
      ...(next && { next: encodeFeedCursor(next) }),
    },
  };
  return new Response(await bodyOf(eventWriters.atom(events, context)), {
    headers: fileHeaders(question, context),
  });
}

/**
 * The events that pass the filters as a file: streamed from one snapshot of the record in constant memory, with a name
 * for its state, and 304 for who holds that. The caller has read the filters strictly. A feed comes in pages: `after` is
 * where this one begins. `downloadId` is the name under which the asker's page will ask how far the file is.
 */
export async function eventFile(
  request: Request,
  format: ExportFormat,
  filters: Filters,
  {
    after = null,
    key = null,
    downloadId = null,
  }: { after?: FeedCursor | null; key?: Author | null; downloadId?: string | null } = {},
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const state = [pathname, format, filtersToQuery(filters), ...(after ? [encodeFeedCursor(after)] : [])];
  const etag = await etagOf(...state);
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers: stateHeaders(etag) });
  const question = { format, filters, state, key };
  if (downloadId !== null && request.method === 'GET') return followedFile(request, question, downloadId);
  const answer = await (format === 'atom' ? feedOf(question, after) : wholeFile(request, question, null));
  if (request.method !== 'HEAD') return answer;
  await answer.body?.cancel();
  return new Response(null, answer);
}
