import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { openExport } from '@/db/event-export';
import { inputOf, readEvents } from '@/db/event-record';
import { createEvents } from '@/db/event-writes';
import { allRejects } from '@/db/import/findings';
import { createImport, planImport, readImport, type ImportView } from '@/db/import/imports';
import { runJob } from '@/db/import/job';
import { ensureSourceSet } from '@/db/source-sets';
import type { EventInput } from '@/lib/event';
import type { ExportEvent } from '@/lib/export/export-event';
import type { ExportFormat } from '@/lib/export/formats';
import { eventWriters } from '@/lib/export/writers';
import { noFilters } from '@/lib/filters';
import { lookAt, planFile } from '@/lib/import/plan-file';
import { readOutcomes } from '@/lib/import/read-outcomes';
import { anyStoredEvent, sampleEvents } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';

const folder = mkdtempSync(path.join(tmpdir(), 'pillarwatch-round-'));
let from: Database;
let to: { db: Database; url: string };
beforeAll(async () => {
  ({ db: from } = await testDatabase());
  to = await testDatabase();
  await ensureSourceSet(from, {
    key: 'elsewhere',
    title: 'Made elsewhere',
    description: 'A set that the other record has not.',
    attribution: null,
    licence: null,
    url: null,
  });
});

/** What spreadsheets, CSV, XML and our own lists read as something else than text. */
const signs = fc.constantFrom(
  '',
  '=1+',
  "'=",
  '-',
  '@',
  "''",
  '[1]',
  '; ',
  '\\',
  'a=b',
  '_x000D_',
  '"\r\n,',
  '\t',
  '1e5',
);
const odd = fc
  .tuple(signs, fc.string({ unit: 'grapheme', maxLength: 12 }), signs)
  .map((parts) => parts.join('').replaceAll('\0', '').trim() || 'x');

const anyOddEvent: fc.Arbitrary<EventInput> = fc
  .record({
    event: anyStoredEvent,
    words: fc.array(odd, { minLength: 8, maxLength: 8 }),
    ids: fc.boolean(),
    elsewhere: fc.boolean(),
  })
  .map(({ event, words: [title, summary, ...words], ids, elsewhere }) => ({
    ...event,
    title: title!,
    summary: summary!,
    dateText: event.dateText && words[0]!,
    locality: event.locality && words[1]!,
    actors: event.actors.map((actor) => ({ ...actor, name: words[2]! })),
    measures: event.measures.map((measure) => ({ ...measure, unit: words[3]! })),
    sources: event.sources.map((source) => ({ ...source, title: words[4]!, quotation: words[5]! })),
    externalIds: ids ? [{ scheme: words[0]!, value: words[1]! }] : [],
    sourceSet: elsewhere ? 'elsewhere' : event.sourceSet,
  }));

/** Any events with slugs of their own and identifiers that no two share; some belong with others. */
const anyRecord = fc.array(anyOddEvent, { minLength: 40, maxLength: 40 }).map((list) =>
  list.map((event, i) => ({
    ...event,
    slug: `event-${i}`,
    externalIds: event.externalIds.map(({ scheme, value }) => ({ scheme, value: `${i} ${value}` })),
    links: i % 3 === 2 ? [`event-${i - 1}`, `event-${i - 2}`].sort() : [],
  })),
);

type Exported = AsyncIterable<ExportEvent>;

const empty = (db: Database) =>
  db.execute(sql`truncate events, event_changes, import_events, imports cascade`);

async function stored(db: Database): Promise<Map<string, EventInput>> {
  const found = await db.execute<{ id: number }>(
    sql`select id from events where status = 'published' order by id`,
  );
  const inputs = (
    await readEvents(
      db,
      found.map(({ id }) => id),
    )
  ).map(inputOf);
  const shown = new Set(inputs.map(({ slug }) => slug));
  // A file holds no link to what its readers may not see.
  return new Map(
    inputs.map((event) => [event.slug, { ...event, links: event.links.filter((link) => shown.has(link)) }]),
  );
}

/** Writes what readers see as a file, and returns its path. `change` is done to the events before they are written. */
async function exported(format: ExportFormat, change = (all: Exported): Exported => all): Promise<string> {
  const file = path.join(folder, `events.${format}`);
  const { head, events: read, close } = await openExport(from, noFilters);
  const events = change(read);
  const parts: Buffer[] = [];
  const context = {
    ...head,
    filters: noFilters,
    filterWords: 'All',
    publicUrl: 'https://example.test',
    madeOn: '2026-11-25',
    marking: 'OFFICIAL',
  };
  for await (const part of eventWriters[format](events, context)) parts.push(Buffer.from(part));
  await close();
  writeFileSync(file, Buffer.concat(parts));
  return file;
}

/** The file through the whole importer, as the command and the pages put it in. */
async function imported(file: string, format = 'pillarwatch'): Promise<ImportView> {
  const { db, url } = to;
  const { preset, mapping } = planFile(await lookAt(file), path.basename(file));
  expect(preset?.key).toBe(format);
  await ensureSourceSet(db, preset!.set);
  const id = await createImport(db, { fileName: 'events', storedAs: null, bytes: 1, sha256: '', by: null });
  await planImport(db, id, { mapping, sourceSet: mapping.defaults.sourceSet, newStatus: 'published' }, null);
  await runJob(db, url, id, { kind: 'check', open: () => readOutcomes(file, mapping) });
  await runJob(db, url, id, { kind: 'apply', by: null });
  return (await readImport(db, id))!;
}

const ROUND: ExportFormat[] = ['csv', 'xlsx', 'json', 'ndjson', 'geojson'];

describe('events that are exported and imported into an empty record', () => {
  it('are the same, field by field, in every format that can be imported', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecord, async (list) => {
        await empty(from);
        await createEvents(from, list, null);
        const before = await stored(from);
        for (const format of ROUND) {
          await empty(to.db);
          const { counts, problem } = await imported(await exported(format));
          expect({ format, problem, counts }).toMatchObject({
            problem: null,
            counts: { rows: before.size, rejected: 0, events: { new: before.size } },
          });
          expect(await stored(to.db), format).toEqual(before);
        }
        // The record from which the file is knows them all again.
        const again = await imported(await exported('csv'));
        expect(again.counts!.events).toMatchObject({ identical: before.size, new: 0, edited: 0 });
        // What ACLED's columns cannot hold does not come back as something else.
        const acled = await imported(await exported('acled'), 'acled');
        expect(acled.counts).toMatchObject({ rows: before.size, skipped: before.size });
      }),
      { numRuns: 1, endOnFailure: true },
    );
  });
});

describe('a workbook from whose sheet of events one was deleted', () => {
  it('has the sources, actors and measures of that one rejected, each by its sheet and row', async () => {
    await Promise.all([empty(from), empty(to.db)]);
    const parts = {
      actors: [{ name: 'Somebody', role: 'perpetrator' as const }],
      measures: [{ measure: 'killed' as const, value: 2, unit: 'people' }],
    };
    const list = sampleEvents(3, 5).map((event, i) => ({
      ...event,
      ...parts,
      slug: `event-${i}`,
      sources: event.sources.slice(0, 1),
      links: [],
      status: 'published' as const,
    }));
    await createEvents(from, list, null);
    // The sheet of events is written first; the others go through all of them anew.
    let passes = 0;
    const file = await exported('xlsx', (all) => ({
      async *[Symbol.asyncIterator]() {
        const isFirst = passes++ === 0;
        let at = 0;
        for await (const event of all) if (at++ !== 1 || !isFirst) yield event;
      },
    }));
    const { id, counts } = await imported(file);
    const found: unknown[] = [];
    for await (const { row, problems } of allRejects(to.db, id)) found.push([row, problems[0]!.sheet]);
    expect(counts).toMatchObject({ rows: 2 + found.length, rejected: found.length, events: { new: 2 } });
    expect(found).toEqual([
      [4, { name: 'Sources', row: 3 }],
      [5, { name: 'Actors', row: 3 }],
      [6, { name: 'Measures', row: 3 }],
    ]);
  });
});
