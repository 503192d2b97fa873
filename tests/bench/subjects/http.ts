import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import autocannon from 'autocannon';
import { filtersToQuery } from '@/lib/filters';
import { twentyStates } from '../counting/states';
import { makeEvents } from '../data/columns';
import { startBarePage } from '../run/bare-page';
import type { Bench } from '../run/bench';
import { end, freePort, type Running } from '../run/product';
import { duration, figure, printTable, times } from '../run/table';
import { quantile } from '../run/timing';

const CONNECTIONS = [1, 10, 50] as const;
const SECONDS = 8;
const WARM_UP_SECONDS = 3;

interface Rate {
  perSecond: number;
  p95: number;
}

/** The plain handler in a process of its own. */
async function startAnswers(databaseUrl: string): Promise<Running> {
  const port = await freePort();
  const child = fork(path.join(import.meta.dirname, '../answer-server.ts'), [databaseUrl, String(port)], {
    execArgv: ['--import', 'tsx'],
  });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The plain handler ended.')));
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => {});
  return { address: `http://127.0.0.1:${port}`, stop: () => end(child) };
}

/** Asks the paths in turn on so many connections. Throws where any answer is an error. */
async function press(
  url: string,
  paths: readonly string[],
  connections: number,
  seconds: number,
): Promise<Rate> {
  // What an earlier run left unanswered is worked off first.
  await (await fetch(url + paths[0]!)).arrayBuffer();
  const latencies: number[] = [];
  const requests = paths.map((one) => ({ path: one }));
  const { non2xx, errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      { url, connections, duration: seconds, timeout: 120, requests },
      (error, result) => (error ? reject(error as Error) : resolve(result)),
    );
    run.on('response', (_client, _status, _bytes, ms) => latencies.push(ms));
  });
  if (non2xx + errors > 0) throw new Error(`${url}${paths[0]}: ${non2xx} bad answers, ${errors} errors`);
  return { perSecond: latencies.length / seconds, p95: quantile(latencies, 0.95) };
}

/**
 * Requests a second of the dashboard and of the API's counts, beside a bare page of Next with as many rows and a plain handler with the
 * same counts.
 */
export async function http(bench: Bench): Promise<void> {
  const address = await bench.product();
  const answers = await startAnswers(await bench.databaseUrl());
  const bare = await startBarePage();
  const states = twentyStates(makeEvents(bench.data.size, bench.data.seed).columns);
  const queries = states.map(({ filters }) => `/?${filtersToQuery(filters)}`);
  const subjects = [
    { name: 'a bare page of Next with a table of 50 rows', url: bare.address, paths: ['/'] },
    {
      name: 'a page with a table of 50 rows (/events?density=compact)',
      url: address,
      paths: ['/events?density=compact'],
    },
    { name: 'the overview (/)', url: address, paths: ['/'] },
    { name: 'the overview, twenty filter states in turn', url: address, paths: queries },
    { name: 'the API, the counts (/api/v1/counts)', url: address, paths: ['/api/v1/counts'] },
    {
      name: 'the API, twenty filter states in turn',
      url: address,
      paths: queries.map((query) => `/api/v1/counts${query.slice(1)}`),
    },
    { name: 'a plain Node handler, the counts as JSON', url: answers.address, paths: ['/'] },
    { name: 'a plain Node handler, twenty filter states in turn', url: answers.address, paths: queries },
  ];
  const rows: string[][] = [];
  try {
    let baseline: Rate[] | undefined;
    for (const { name, url, paths } of subjects) {
      bench.say(`http: ${name}`);
      await press(url, paths, 1, WARM_UP_SECONDS);
      const rates: Rate[] = [];
      for (const connections of CONNECTIONS) rates.push(await press(url, paths, connections, SECONDS));
      baseline ??= rates;
      const cells = rates.flatMap(({ perSecond, p95 }, c) => [
        figure(perSecond),
        duration(p95),
        times(perSecond, baseline![c]!.perSecond),
      ]);
      rows.push([name, ...cells]);
    }
  } finally {
    await Promise.all([bare.stop(), answers.stop()]);
  }
  const head = CONNECTIONS.flatMap((n) => [`${n}: a second`, 'p95', '× bare']);
  printTable(
    `HTTP: requests a second and 95th percentile at 1, 10 and 50 connections, ${bench.data.size.toLocaleString('en-GB')} events, client on the same machine; × the bare page`,
    ['what', ...head],
    rows,
  );
}
