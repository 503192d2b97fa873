import { openDatabase } from '@/db/client';
import { openExport, type EventExport } from '@/db/event-export';
import { eventsWith, partsOf, type ExportContext, type ExportEvents } from '@/lib/export/export-event';
import type { ExportFormat } from '@/lib/export/formats';
import { eventWriters } from '@/lib/export/writers';
import { dataSheets } from '@/lib/export/xlsx/event-sheets';
import { noFilters } from '@/lib/filters';
import type { Bench } from '../run/bench';
import { duration, figure, printTable } from '../run/table';

/** Whole files but for the feed, which comes in pages. */
const formats: ExportFormat[] = ['csv', 'xlsx', 'json', 'ndjson', 'geojson', 'ics', 'timelinejs', 'acled'];
/** Parts of a file for which the memory is told apart: it must not grow from the first to the last. */
const PARTS = 4;

interface Written {
  events: number;
  bytes: number;
  ms: number;
  /** Memory of the process in MB at its highest, in each part of the file that was begun. */
  peaks: number[];
}

/** Writes a file to nowhere, as the export does, to its end or for as long as it may take. */
async function write(format: ExportFormat, { head, events }: EventExport, mostMs: number): Promise<Written> {
  const context: ExportContext = {
    ...head,
    filters: noFilters,
    filterWords: 'All',
    publicUrl: 'https://example.test',
    madeOn: '2026-11-28',
    marking: 'OFFICIAL',
  };
  // A workbook goes through the events once a sheet: what is told of is how far the file is.
  const passes = format === 'xlsx' ? dataSheets.length : 1;
  let taken = 0;
  async function* counted<Taken>(all: AsyncIterable<Taken>): AsyncGenerator<Taken> {
    for await (const one of all) {
      taken += 1;
      yield one;
    }
  }
  const noted: ExportEvents = {
    [Symbol.asyncIterator]: () => counted(events),
    only: (parts) => counted(eventsWith(events, ...parts)),
    partsAlone: (parts) => counted(partsOf(events, ...parts)),
  };
  const done = { bytes: 0, ms: 0 };
  const peaks: number[] = [];
  const start = performance.now();
  for await (const chunk of eventWriters[format](noted, context)) {
    done.bytes += chunk.length;
    done.ms = performance.now() - start;
    const part = Math.min(PARTS - 1, Math.floor((taken / (head.total * passes)) * PARTS));
    peaks[part] = Math.max(peaks[part] ?? 0, process.memoryUsage.rss() / 1_000_000);
    if (done.ms > mostMs) break;
  }
  return { ...done, peaks, events: Math.floor(taken / passes) };
}

/** How fast whole files of each format are, and the memory while they are written: it must not grow with what was written. */
export async function exports({ data, databaseUrl, exportMinutes, say }: Bench): Promise<void> {
  const { db, close } = openDatabase(await databaseUrl(), 2);
  const rows: string[][] = [];
  try {
    for (const format of formats) {
      const asked = await openExport(db, noFilters);
      const { events, bytes, ms, peaks } = await write(format, asked, exportMinutes * 60_000);
      await asked.close();
      say(`exports: ${format}, ${events.toLocaleString('en-GB')} events in ${duration(ms)}`);
      rows.push([
        format,
        events.toLocaleString('en-GB'),
        figure(bytes / 1_000_000),
        duration(ms),
        figure(events / (ms / 1000)),
        ...Array.from({ length: PARTS }, (_, part) =>
          peaks[part] === undefined ? '–' : figure(peaks[part]),
        ),
      ]);
    }
  } finally {
    await close();
  }
  printTable(
    `Export: files of ${data.size.toLocaleString('en-GB')} events, made and thrown away, each for ${exportMinutes} min at most; memory of Node at its highest in each quarter of the file`,
    ['format', 'events', 'MB', 'time', 'events a second', 'MB held, first', 'second', 'third', 'last'],
    rows,
  );
}
