/**
 * An import in a process of its own, so that its memory is its own: node --import tsx import-process.ts FILE URL
 * whole|check. It goes by the product's own functions, and sends what it measured to its parent.
 */
import { statSync } from 'node:fs';
import { openDatabase } from '@/db/client';
import { createImport, planImport, readImport } from '@/db/import/imports';
import { runJob } from '@/db/import/job';
import { lookAt } from '@/lib/import/plan-file';
import { presetMapping, presets } from '@/lib/import/presets';
import { readOutcomes } from '@/lib/import/read-outcomes';

export interface ImportTook {
  /** Milliseconds of reading, mapping, staging and comparing; of writing; of checking the same file once more. The last two are 0 of a check. */
  check: number;
  apply: number;
  again: number;
  /** The most memory that the process held, in MB, before the import began and at its end. */
  before: number;
  peak: number;
  written: number;
}

const peak = (): number => process.resourceUsage().maxRSS / 1000;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const [file, url, how] = process.argv.slice(2) as [string, string, 'whole' | 'check'];
const acled = presets.find(({ key }) => key === 'acled')!;
const { db, close } = openDatabase(url, 2);
const mapping = presetMapping(acled, (await lookAt(file)).columns);
const before = peak();

async function check(): Promise<number> {
  const { size: bytes } = statSync(file);
  const id = await createImport(db, { fileName: 'acled.csv', storedAs: null, bytes, sha256: '', by: null });
  await planImport(db, id, { mapping, sourceSet: acled.set.key, newStatus: 'published' }, null);
  await runJob(db, url, id, { kind: 'check', open: () => readOutcomes(file, mapping) });
  return id;
}

let id = 0;
const first = await timed(async () => (id = await check()));
const whole = how === 'whole';
const apply = whole ? await timed(() => runJob(db, url, id, { kind: 'apply', by: null })) : 0;
// Of a check: what would be written.
const written = (await readImport(db, id))?.counts?.events.new ?? 0;
const again = whole ? await timed(check) : 0;
await close();
const took: ImportTook = {
  check: first,
  apply,
  again,
  before,
  peak: peak(),
  written,
};
process.send!(took);
process.disconnect();
