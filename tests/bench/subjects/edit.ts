import { openDatabase, type Database } from '@/db/client';
import { inputOf, readEvent } from '@/db/event-record';
import { updateEvent } from '@/db/event-writes';
import { currentIndex } from '@/db/index-feed';
import { countFacets } from '@/lib/count-facets';
import { noFilters } from '@/lib/filters';
import { eventTypes, type EventType } from '@/lib/vocabulary';
import type { Bench } from '../run/bench';
import { duration, printTable, times } from '../run/table';
import { repeat, timesOf, type Times } from '../run/timing';

const EDITS = 30;

async function answer(db: Database): Promise<Uint32Array> {
  const { index } = await currentIndex(db);
  return countFacets(index, noFilters).type;
}

/** Gives the event another type, and returns which it had and which it has; throws where that is not saved. */
async function changeType(db: Database, slug: string): Promise<{ from: EventType; to: EventType }> {
  const event = (await readEvent(db, slug))!;
  const to = event.type === 'policy' ? 'diplomacy' : 'policy';
  const saved = await updateEvent(db, slug, event.version, { ...inputOf(event), type: to }, null);
  if (saved.kind !== 'saved') throw new Error(`${slug} was not saved: ${saved.kind}`);
  return { from: event.type, to };
}

/** From a committed edit to the first answer that holds it, on another instance of the app. */
export async function edit({ data, databaseUrl }: Bench): Promise<void> {
  const url = await databaseUrl();
  const [writer, reader] = [openDatabase(url, 2), openDatabase(url, 2)];
  try {
    let before = await answer(reader.db);
    const unchanged = await repeat(() => answer(reader.db), { least: EDITS, most: EDITS, enough: 60_000 });
    const saves: number[] = [];
    const visible: number[] = [];
    for (let n = 0; n < EDITS; n++) {
      const started = performance.now();
      const { from, to } = await changeType(writer.db, `bench-${1 + ((n * 7919) % data.size)}`);
      const committed = performance.now();
      const after = await answer(reader.db);
      visible.push(performance.now() - committed);
      saves.push(committed - started);
      for (const [type, change] of [
        [from, -1],
        [to, 1],
      ] as const) {
        const t = eventTypes.indexOf(type);
        if (after[t] !== before[t]! + change)
          throw new Error(`The edit ${n} is not in the very next answer.`);
      }
      before = after;
    }
    const row = (what: string, { median, worst }: Times): string[] => [
      what,
      duration(median),
      duration(worst),
      times(median, unchanged.median),
    ];
    printTable(
      `Edit to visible: ${EDITS} edits at ${data.size.toLocaleString('en-GB')} events, each in the very next answer of another instance; × nothing new`,
      ['what', 'median', 'worst', '× nothing new'],
      [
        row('an answer where nothing is new', unchanged),
        row('an answer after an edit', timesOf(visible)),
        row('the edit itself: read, save, commit', timesOf(saves)),
      ],
    );
  } finally {
    await Promise.all([writer.close(), reader.close()]);
  }
}
