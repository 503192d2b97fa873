/**
 * `npm run import -- FILE`: reads a file of events, says what it would do to the record, and does it; the same code as the
 * pages of the desk. Ends with 0 where all is in, 1 where rows were rejected or held (the rest is in), 2 where nothing is.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase, type Database } from '@/db/client';
import { createImport, planImport, readImport } from '@/db/import/imports';
import { runJob } from '@/db/import/job';
import { planByRecord } from '@/db/import/plan';
import { jobProblemWords } from '@/db/import/job-problem';
import { migrate } from '@/db/migrate';
import { syncReferenceTables } from '@/db/seed/reference-tables';
import { joinServer } from '@/db/server';
import { makeSourceSet, readSourceSets } from '@/db/source-sets';
import { EnvProblem, startEnv } from '@/lib/env';
import { mappingSchema, type Mapping } from '@/lib/import/mapping';
import { lookAt, planFile } from '@/lib/import/plan-file';
import type { Preset } from '@/lib/import/preset';
import { presets } from '@/lib/import/presets';
import { readOutcomes } from '@/lib/import/read-outcomes';
import { aboveWords, reportLines, rulesWords } from '@/lib/import/report-words';
import { StartProblem } from '@/lib/problem';
import { statuses, type Status } from '@/lib/vocabulary';

const USAGE = `npm run import -- FILE [--preset ${presets.map(({ key }) => key).join('|')}] [--mapping FILE.json]
  [--set KEY] [--status ${statuses.join('|')}] [--dry-run]
Events come in review unless --status says otherwise. --dry-run needs no database and
writes nothing: it goes by the rules of the product, not by those that were saved at /admin/import-rules.`;

const say = (line: string): void => console.log(line);

interface Asked {
  file: string;
  status: Status;
  dryRun: boolean;
  set: string | undefined;
  preset: string | undefined;
  mapping: string | undefined;
}

function options(): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      preset: { type: 'string' },
      mapping: { type: 'string' },
      set: { type: 'string' },
      status: { type: 'string', default: 'in_review' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [file, ...others] = positionals;
  const status = statuses.find((one) => one === values.status);
  const known = values.preset === undefined || presets.some(({ key }) => key === values.preset);
  if (file === undefined || others.length > 0 || !status || !known)
    throw new StartProblem(`How it is used:\n${USAGE}`);
  if (!existsSync(file)) throw new StartProblem(`There is no file ${file}.`);
  return { ...values, file, status, dryRun: values['dry-run'] } as Asked;
}

function mappingFile(name: string): Mapping {
  try {
    return mappingSchema.parse(JSON.parse(readFileSync(name, 'utf8')));
  } catch (error) {
    throw new StartProblem(`The mapping in ${name} cannot be used: ${(error as Error).message}`);
  }
}

interface Read {
  mapping: Mapping;
  preset: Preset | null;
}

/**
 * How the file is read: by the mapping given, else as the record would have it, else (a dry run has no record) as the format
 * that it is by the rules of the product; by a guess only where that leaves nothing open.
 */
async function plan(asked: Asked, db: Database | null): Promise<Read> {
  if (asked.mapping) return { mapping: mappingFile(asked.mapping), preset: null };
  const [look, name] = [await lookAt(asked.file), path.basename(asked.file)];
  const planned = db
    ? await planByRecord(db, look, name, asked.preset)
    : { ...planFile(look, name, asked.preset), kept: false };
  const { mapping, preset, questions, kept } = planned;
  if (questions.length > 0)
    throw new StartProblem(
      `${questions.map(({ text }) => text).join(' ')} Give --mapping, or import it at /admin/import, where it can be answered.`,
    );
  const { rulesVersion: version } = mapping;
  if (look.above?.length) say(aboveWords(look.above));
  if (kept) say('Mapped as the last file with these columns was.');
  if (preset) say(`Read as ${rulesWords({ preset, version, own: false })}.`);
  else if (!kept) say('No known format: the columns were guessed from their names and values.');
  return { mapping, preset };
}

async function dryRun(file: string, mapping: Mapping): Promise<number> {
  const tally = {
    rows: 0,
    events: 0,
    skipped: new Map<string, number>(),
    rejected: new Map<string, number>(),
  };
  const add = (counts: Map<string, number>, reason: string) =>
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  for await (const outcome of (await readOutcomes(file, mapping)).outcomes) {
    tally.rows += outcome.kind === 'event' ? outcome.rows.length : 1;
    if (outcome.kind === 'event') tally.events++;
    else if (outcome.kind === 'skipped') add(tally.skipped, outcome.reason);
    else add(tally.rejected, outcome.problems.map(({ column, reason }) => `${column}: ${reason}`).join('; '));
  }
  const sum = (counts: Map<string, number>) =>
    [...counts.values()].reduce((total, count) => total + count, 0);
  say(
    `${tally.rows} rows, ${tally.events} events, ${sum(tally.skipped)} rows skipped, ${sum(tally.rejected)} rejected`,
  );
  for (const [what, counts] of [
    ['skipped', tally.skipped],
    ['rejected', tally.rejected],
  ] as const)
    for (const [reason, count] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 50))
      say(`${String(count).padStart(9)}  ${what}: ${reason}`);
  return tally.rejected.size > 0 ? 1 : 0;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function chooseSet(db: Database, key: string, preset: Preset | null): Promise<void> {
  if (preset?.set.key === key) await makeSourceSet(db, preset.set, null);
  const sets = await readSourceSets(db);
  if (!sets.some((set) => set.key === key))
    throw new StartProblem(`There is no set ${key}. There are ${sets.map((set) => set.key).join(', ')}.`);
}

async function write(db: Database, url: string, asked: Asked): Promise<number> {
  const { mapping, preset } = await plan(asked, db);
  const set = asked.set ?? mapping.defaults.sourceSet;
  await chooseSet(db, set, preset);
  const { size } = await stat(asked.file);
  const id = await createImport(db, {
    fileName: path.basename(asked.file),
    storedAs: null,
    bytes: size,
    sha256: await sha256Of(asked.file),
    by: null,
  });
  await planImport(db, id, { mapping, sourceSet: set, newStatus: asked.status }, null);
  const read = await runJob(db, url, id, { kind: 'check', open: () => readOutcomes(asked.file, mapping) });
  const done = read && (await runJob(db, url, id, { kind: 'apply', by: null }));
  const { counts, skipped, problem } = (await readImport(db, id))!;
  if (!done || !counts) throw new StartProblem(`The file was not imported: ${problem ?? 'see above.'}`);
  for (const line of reportLines(counts, skipped ?? [], true)) say(line);
  say(`Import ${id}, into the set ${set}: it can be seen, and taken back, at /admin/import/${id}.`);
  return counts.rejected + counts.events.duplicate + counts.events.edited > 0 ? 1 : 0;
}

async function run(): Promise<number> {
  const asked = options();
  if (asked.dryRun) return dryRun(asked.file, (await plan(asked, null)).mapping);
  const { DATABASE_URL, DATA_DIR } = startEnv();
  const server = DATABASE_URL ? null : await joinServer({ dataDir: DATA_DIR, say });
  const url = DATABASE_URL ?? server!.url;
  try {
    await migrate(url);
    const { db, close } = openDatabase(url, 2);
    try {
      await syncReferenceTables(db);
      return await write(db, url, asked);
    } finally {
      await close();
    }
  } finally {
    await server?.stop();
  }
}

process.exitCode = await run().catch((error: unknown) => {
  const known = error instanceof StartProblem || error instanceof EnvProblem || error instanceof TypeError;
  const words = known ? error.message : jobProblemWords(error);
  console.error(words === null ? error : `Pillarwatch: ${words}`);
  return 2;
});
