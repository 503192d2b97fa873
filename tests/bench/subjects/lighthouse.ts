import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig, type Config, type Result } from 'lighthouse';
import { findChromium } from '../../setup/chromium';
import type { Bench } from '../run/bench';
import { freePort } from '../run/product';
import { printTable } from '../run/table';

/** Runs of each preset; the one with the middle performance score is told. */
const RUNS = 5;
const presets: Record<string, Config | undefined> = { desktop: desktopConfig, phone: undefined };
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const metrics = {
  'first contentful paint': 'first-contentful-paint',
  'largest contentful paint': 'largest-contentful-paint',
  'blocking time': 'total-blocking-time',
  'layout shift': 'cumulative-layout-shift',
  'speed index': 'speed-index',
};

/** One visit, judged twice: by the clock, as Lighthouse does, and by what the processor worked on the page alone. */
interface Judged {
  clock: Result;
  processor: Result;
}

/** Where Lighthouse keeps the trace among what it has gathered. */
const TRACE = 'defaultPass.trace.json';

/** Makes the tasks of a trace as long as the processor worked on them: the machine's other work is no longer in them. */
function leaveOthersOut(file: string): void {
  const trace = JSON.parse(readFileSync(file, 'utf8')) as {
    traceEvents: { name: string; ph: string; dur?: number; tdur?: number }[];
  };
  let tasks = 0;
  for (const event of trace.traceEvents) {
    if (event.ph !== 'X' || !event.name.endsWith('RunTask') || event.tdur === undefined) continue;
    event.dur = Math.min(event.dur ?? 0, event.tdur);
    tasks++;
  }
  if (tasks === 0) throw new Error('The trace does not say how long the processor worked');
  writeFileSync(file, JSON.stringify(trace));
}

/** A visit; on a busy machine Chromium now and then records nothing, and Lighthouse asks to be run again. */
async function run(url: string, config: Config | undefined, tries = 3): Promise<Judged> {
  try {
    return await visit(url, config);
  } catch (error) {
    if (tries === 1) throw error;
    return run(url, config, tries - 1);
  }
}

async function visit(url: string, config: Config | undefined): Promise<Judged> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'pillarwatch-lighthouse-'));
  const flags = { port, output: 'json', logLevel: 'error' } as const;
  const judge = async (): Promise<Result> => {
    const result = await lighthouse(url, { ...flags, auditMode: folder }, config);
    if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'No result');
    return result.lhr;
  };
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
    executablePath: findChromium() ?? undefined,
  });
  try {
    await lighthouse(url, { ...flags, gatherMode: folder }, config);
    const clock = await judge();
    leaveOthersOut(path.join(folder, TRACE));
    return { clock, processor: await judge() };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

const score = (result: Result, category: string): number =>
  Math.round((result.categories[category]?.score ?? 0) * 100);

/** What Lighthouse holds against the page, in its own words, where a score depends on it. */
function findings(result: Result): string[] {
  return categories.flatMap((category) =>
    result.categories[category]!.auditRefs.flatMap(({ id, weight }) => {
      const { score: got, title, displayValue = '' } = result.audits[id]!;
      return weight > 0 && got !== null && got < 0.9 ? [`${category}: ${title} ${displayValue}`] : [];
    }),
  );
}

async function middleOf(url: string, preset: string, say: Bench['say']): Promise<string[]> {
  const results: Judged[] = [];
  for (let i = 0; i < RUNS; i++) {
    say(`lighthouse: ${preset}, run ${i + 1} of ${RUNS}`);
    results.push(await run(url, presets[preset]));
  }
  results.sort((a, b) => score(a.clock, 'performance') - score(b.clock, 'performance'));
  const { clock: middle, processor } = results[Math.floor(RUNS / 2)]!;
  for (const finding of findings(middle)) say(`lighthouse: ${preset}: ${finding}`);
  return [
    preset,
    ...categories.map((category) => String(score(middle, category))),
    ...Object.values(metrics).map((id) => middle.audits[id]!.displayValue ?? ''),
    `${score(results[0]!.clock, 'performance')} to ${score(results.at(-1)!.clock, 'performance')}`,
    processor.audits['total-blocking-time']!.displayValue ?? '',
    String(score(processor, 'performance')),
  ];
}

/**
 * Lighthouse on the overview: of several runs under each preset the middle one, its four scores of 100, and what they are
 * made of. Times are those of this machine, multiplied by Lighthouse for a phone (4 times for the processor, a slow 4G
 * line), so it wants a machine that does nothing else; what the processor worked on the page says something on a busy one too.
 */
export async function lighthouseOfOverview({ data, product, say }: Bench): Promise<void> {
  const url = `${await product()}/`;
  // The first answer loads the index; a reader hardly ever is the first.
  await (await fetch(url)).arrayBuffer();
  const rows: string[][] = [];
  for (const preset of Object.keys(presets)) rows.push(await middleOf(url, preset, say));
  printTable(
    `Lighthouse on the overview, ${data.size.toLocaleString('en-GB')} events, the middle of ${RUNS} runs`,
    [
      '',
      ...categories,
      ...Object.keys(metrics),
      'performance, all runs',
      'blocking by processor time',
      'performance by it',
    ],
    rows,
  );
}
