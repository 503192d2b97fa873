/**
 * Measures what docs/performance.md tells: `npm run bench -- [SUBJECT...] [--events 200k|2m|10m]`. Without subjects it
 * runs all of them, without a number at 200,000 events, which takes some minutes. The made data stay in `--folder`
 * (.data/bench), so that a second run begins at once.
 */
import { parseArgs } from 'node:util';
import { startData } from './data/database';
import type { Bench } from './run/bench';
import { machine } from './run/machine';
import { freePort, startProduct } from './run/product';
import { bytes } from './subjects/bytes';
import { counting } from './subjects/counting';
import { edit } from './subjects/edit';
import { timelineFrames } from './subjects/frames';
import { http } from './subjects/http';
import { importing } from './subjects/import';
import { load } from './subjects/load';
import { paging } from './subjects/paging';
import { search } from './subjects/search';
import { timeline } from './subjects/timeline';

/** In the order in which they run. */
const subjects = {
  counting,
  load,
  import: importing,
  edit,
  search,
  paging,
  timeline,
  http,
  bytes,
  frames: timelineFrames,
};
type Subject = keyof typeof subjects;
const sizes = { '200k': 200_000, '2m': 2_000_000, '10m': 10_000_000 };

const USAGE = `npm run bench -- [SUBJECT...] [--events ${Object.keys(sizes).join('|')}]
subjects: ${Object.keys(subjects).join(', ')}`;

function options(): { chosen: Subject[]; bench: Pick<Bench, 'data'>; port: number } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      events: { type: 'string', default: '200k' },
      seed: { type: 'string', default: '1' },
      folder: { type: 'string', default: '.data/bench' },
      port: { type: 'string', default: '0' },
    },
  });
  const size = Object.entries(sizes).find(([name]) => name === values.events)?.[1];
  const chosen = positionals as Subject[];
  if (size === undefined || chosen.some((name) => !Object.hasOwn(subjects, name))) {
    console.error(USAGE);
    process.exit(1);
  }
  return {
    chosen: chosen.length > 0 ? chosen : (Object.keys(subjects) as Subject[]),
    bench: { data: { size, seed: Number(values.seed), folder: values.folder } },
    port: Number(values.port),
  };
}

/** The work at its first call; its result at every later one. */
function lazy<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
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
    for (const name of chosen) await subjects[name]({ ...bench, databaseUrl, product, say });
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

await main();
