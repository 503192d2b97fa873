import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { engineKinds, type EngineName } from '../counting/engines';
import { twentyStates } from '../counting/states';
import { makeEvents } from '../data/columns';
import type { DataSet } from '../data/database';
import { startCounting } from '../data/database';
import type { Measured } from '../engine-process';
import type { Bench } from '../run/bench';
import { duration, figure, printTable, problemOf, times } from '../run/table';
import { quantile } from '../run/timing';

const names = Object.keys(engineKinds) as EngineName[];

/** An engine that has not answered after so long is given up. */
const MOST_MS = 30 * 60_000;

/** Runs an engine in a process of its own. Throws where it ends, or takes too long, without an answer. */
async function run(name: EngineName, { size, seed }: DataSet, url: string): Promise<Measured> {
  const child = fork(
    path.join(import.meta.dirname, '../engine-process.ts'),
    ['--engine', name, '--size', String(size), '--seed', String(seed), '--url', url],
    {
      execArgv: ['--import', 'tsx', '--expose-gc', `--max-old-space-size=${engineKinds[name].heap}`],
      serialization: 'advanced',
      timeout: MOST_MS,
    },
  );
  const ended = once(child, 'exit').then(([code, signal]) =>
    Promise.reject(new Error(`${name} ended with ${code ?? signal}`)),
  );
  ended.catch(() => {});
  const [measured] = (await Promise.race([once(child, 'message'), ended])) as [Measured];
  // The next engine has the machine to itself.
  await ended.catch(() => {});
  return measured;
}

/** Throws where an engine counts anything else than ours does. */
function assertSame(
  name: EngineName,
  measured: Measured,
  ours: Measured,
  states: readonly { name: string }[],
): void {
  for (const [s, answer] of measured.answers.entries()) {
    const expected = ours.answers[s]!;
    for (const key of Object.keys(expected) as (keyof typeof expected)[])
      if (!isDeepStrictEqual(answer[key], expected[key]))
        throw new Error(`${name} answers otherwise than countFacets: ${key} where ${states[s]!.name}.`);
  }
}

const medians = ({ times: all }: Measured): number[] => all.map(({ median }) => median);

type Results = Map<EngineName, Measured>;

function printEngines(results: Results, problems: Map<EngineName, string>, { size }: DataSet): void {
  const ours = medians(results.get('ours')!);
  const rows = names.map((name) => {
    const measured = results.get(name);
    const { label, most } = engineKinds[name];
    if (!measured)
      return [
        label,
        ...Array.from({ length: 6 }, () => '-'),
        problems.get(name) ?? `left out above ${most.toLocaleString('en-GB')} events: memory`,
      ];
    const own = medians(measured);
    const ratios = own.map((ms, s) => ms / ours[s]!);
    return [
      label,
      duration(measured.buildMs),
      figure(measured.bytes / size),
      duration(quantile(own, 0.5)),
      duration(quantile(own, 1)),
      times(quantile(own, 0.5), quantile(ours, 0.5)),
      times(quantile(own, 1), quantile(ours, 1)),
      `${figure(Math.min(...ratios))} ×`,
    ];
  });
  printTable(
    `Counting: every facet under all the other filters, twenty filter states, ${size.toLocaleString('en-GB')} events, equal answers; × countFacets`,
    [
      'engine',
      'built in',
      'bytes an event',
      'median state',
      'worst state',
      'median',
      'worst',
      'least of any state',
    ],
    rows,
  );
}

function printStates(results: Results, states: readonly { name: string }[]): void {
  const shown = (['ours', 'duckdb', 'postgres'] as const).map((name) => results.get(name));
  printTable(
    'Counting, state by state',
    ['state', 'events that pass', 'countFacets', 'DuckDB', 'PostgreSQL'],
    states.map(({ name }, s) => [
      name,
      results.get('ours')!.answers[s]!.total.toLocaleString('en-GB'),
      ...shown.map((measured) => (measured ? duration(measured.times[s]!.median) : '-')),
    ]),
  );
}

/**
 * Our engine beside those that people would use instead, in the same run, over the same states. One that fails, or counts
 * otherwise, stands in the table with its problem instead of figures, and fails the subject after the rest was told.
 */
export async function counting({ data, say }: Bench): Promise<void> {
  const server = await startCounting(data, say);
  const states = twentyStates(makeEvents(data.size, data.seed).columns);
  const results: Results = new Map();
  const problems = new Map<EngineName, string>();
  try {
    for (const name of names) {
      if (data.size > engineKinds[name].most) continue;
      say(`counting: ${engineKinds[name].label}`);
      try {
        const measured = await run(name, data, server.url);
        assertSame(name, measured, results.get('ours') ?? measured, states);
        results.set(name, measured);
      } catch (error) {
        // Without ours there is nothing to compare with.
        if (name === 'ours') throw error;
        problems.set(name, problemOf(error));
      }
    }
  } finally {
    await server.stop();
  }
  printEngines(results, problems, data);
  printStates(results, states);
  if (problems.size > 0) throw new Error([...problems.values()].join('; '));
}
