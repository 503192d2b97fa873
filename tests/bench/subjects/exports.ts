import { openDatabase } from '@/db/client';
import { openExport, type EventExport } from '@/db/event-export';
import {
  eventsWith,
  type ExportContext,
  type ExportEvent,
  type ExportEvents,
} from '@/lib/export/export-event';
import type { ExportFormat } from '@/lib/export/formats';
import { eventWriters } from '@/lib/export/writers';
import { noFilters } from '@/lib/filters';
import type { Bench } from '../run/bench';
import { figure, printTable } from '../run/table';

/** Whole files but for the feed, which comes in pages. */
const formats: ExportFormat[] = ['csv', 'xlsx', 'json', 'ndjson', 'geojson', 'ics', 'timelinejs', 'acled'];
/** A file is left after so long: what memory does shows before its end, and two million events take many minutes. */
const MOST_MS = 30_000;

interface Written {
  events: number;
  bytes: number;
  ms: number;
  /** Memory of the process in MB at its highest, in the first half of that time and in the second (0 where the file ended before). */
  first: number;
  second: number;
}

/** Writes a file to nowhere, as the export does, to its end or for as long as it may take. */
async function write(format: ExportFormat, { head, events }: EventExport): Promise<Written> {
  const context: ExportContext = {
    ...head,
    filters: noFilters,
    filterWords: 'All',
    publicUrl: 'https://example.test',
    madeOn: '2026-11-28',
    marking: 'OFFICIAL',
  };
  const done = { events: 0, bytes: 0, ms: 0 };
  async function* counted(all: AsyncIterable<ExportEvent>): AsyncGenerator<ExportEvent> {
    for await (const event of all) {
      done.events += 1;
      yield event;
    }
  }
  const [start, peaks] = [performance.now(), { first: 0, second: 0 }];
  const noted: ExportEvents = {
    [Symbol.asyncIterator]: () => counted(events),
    only: (parts) => counted(eventsWith(events, ...parts)),
  };
  for await (const chunk of eventWriters[format](noted, context)) {
    done.bytes += chunk.length;
    done.ms = performance.now() - start;
    const half = done.ms < MOST_MS / 2 ? 'first' : 'second';
    peaks[half] = Math.max(peaks[half], process.memoryUsage.rss() / 1_000_000);
    if (done.ms > MOST_MS) break;
  }
  return { ...done, ...peaks };
}

/** Memory while a file of each format is written from the whole record: it must not grow with what was written. */
export async function exports({ data, databaseUrl, say }: Bench): Promise<void> {
  const { db, close } = openDatabase(await databaseUrl(), 2);
  const rows: string[][] = [];
  try {
    for (const format of formats) {
      say(`exports: ${format}`);
      const asked = await openExport(db, noFilters);
      const { events, bytes, ms, first, second } = await write(format, asked);
      await asked.close();
      rows.push([
        format,
        events.toLocaleString('en-GB'),
        figure(bytes / 1_000_000),
        figure(events / (ms / 1000)),
        figure(first),
        figure(second),
      ]);
    }
  } finally {
    await close();
  }
  printTable(
    `Export: the first ${MOST_MS / 1000} s of a file of ${data.size.toLocaleString('en-GB')} events, made and thrown away; memory of Node at its highest`,
    ['format', 'events', 'MB', 'events a second', 'MB held, first half', 'second half'],
    rows,
  );
}
