/**
 * Measures what docs/performance.md tells: `npm run bench -- [SUBJECT...] [--events 200k|2m|10m]`. Without subjects it
 * runs all of them, without a number at 200,000 events, which takes some minutes. The made data stay in `--folder`
 * (.data/bench), so that a second run begins at once. A subject that fails is named at the end, and the others run.
 */
import { parseArgs } from 'node:util';
import { startData } from './data/database';
import type { Bench } from './run/bench';
import { machine } from './run/machine';
import { once } from './run/timing';
import { duration, problemOf } from './run/table';
import { freePort, startProduct } from './run/product';
import { answers } from './subjects/answers';
import { bytes } from './subjects/bytes';
import { counting } from './subjects/counting';
import { edit } from './subjects/edit';
import { exports } from './subjects/exports';
import { timelineFrames } from './subjects/frames';
import { http } from './subjects/http';
import { importing } from './subjects/import';
import { importFormats } from './subjects/import-formats';
import { lighthouseOfOverview } from './subjects/lighthouse';
import { load } from './subjects/load';
import { maps } from './subjects/maps';
import { paging } from './subjects/paging';
import { past } from './subjects/past';
import { search } from './subjects/search';
import { timeline } from './subjects/timeline';

/** In the order in which they run. */
const subjects = {
  counting,
  load,
  import: importing,
  'import-formats': importFormats,
  exports,
  edit,
  search,
  paging,
  maps,
  answers,
  past,
  timeline,
  http,
  bytes,
  frames: timelineFrames,
  lighthouse: lighthouseOfOverview,
};
type Subject = keyof typeof subjects;
const sizes = { '200k': 200_000, '2m': 2_000_000, '10m': 10_000_000 };

const USAGE = `npm run bench -- [SUBJECT...] [--events ${Object.keys(sizes).join('|')}]
  SUBJECT   ${Object.keys(subjects).join(', ')}; all of them, one after the other, where none is named
  --events  events in the record (200k)
  --seed    of the generator: the same seed makes the same events (1)
  --folder  where the made data stay (.data/bench); 2m take 7 GB and some ten minutes to make, once
  --export-minutes  that a file of the subject exports may take (0.5); with 15 all are written whole at 2m
  --port    of the product while it is measured (a free one)
Results go to standard output, progress to standard error. A subject that fails is named at the end; then the code is 1.`;

function options(): { chosen: Subject[]; bench: Pick<Bench, 'data' | 'exportMinutes'>; port: number } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      events: { type: 'string', default: '200k' },
      seed: { type: 'string', default: '1' },
      folder: { type: 'string', default: '.data/bench' },
      'export-minutes': { type: 'string', default: '0.5' },
      port: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const size = Object.entries(sizes).find(([name]) => name === values.events)?.[1];
  const chosen = positionals as Subject[];
  const exportMinutes = Number(values['export-minutes']);
  const fits = size !== undefined && exportMinutes > 0;
  if (!fits || chosen.some((name) => !Object.hasOwn(subjects, name))) {
    console.error(USAGE);
    process.exit(1);
  }
  return {
    chosen: chosen.length > 0 ? chosen : (Object.keys(subjects) as Subject[]),
    bench: {
      data: { size, seed: Number(values.seed), folder: values.folder },
      exportMinutes,
    },
    port: Number(values.port),
  };
}

/** The work at its first call; its result at every later one. */
function lazy<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}

/** Runs the subjects one after the other; returns what became of each that failed. */
async function runAll(chosen: readonly Subject[], bench: Bench): Promise<string[]> {
  const failed: string[] = [];
  for (const name of chosen) {
    const { ms, result: problem } = await once(() => subjects[name](bench).then(() => null, problemOf));
    bench.say(`${name}: ${problem === null ? 'done' : `failed (${problem})`} after ${duration(ms)}`);
    if (problem !== null) failed.push(`${name} failed: ${problem}`);
  }
  return failed;
}

async function main(): Promise<void> {
  const { chosen, bench, port } = options();
  // Progress goes to where results are not.
  const say = (line: string): void => console.error(line);
  const undo: (() => Promise<void>)[] = [];
  const databaseUrl = lazy(async () => {
    const server = await startData(bench.data, say);
    undo.push(() => server.stop());
    return server.url;
  });
  const product = lazy(async () => {
    say('Starting the product …');
    const running = await startProduct(await databaseUrl(), port || (await freePort()));
    undo.push(() => running.stop());
    return running.address;
  });
  console.log(await machine());
  try {
    const failed = await runAll(chosen, { ...bench, databaseUrl, product, say });
    for (const line of failed) console.log(`\n${line}`);
    if (failed.length > 0) process.exitCode = 1;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

await main();
