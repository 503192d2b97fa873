/**
 * Lighthouse on a running product: `npx tsx tests/bench/lighthouse.ts http://localhost:3000/`. Times are those of this
 * machine, multiplied by Lighthouse for a phone (4 times for the processor, a slow 4G line), so it wants a machine that
 * does nothing else.
 */
import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig, type Config, type Result } from 'lighthouse';
import { findChromium } from '../setup/chromium';
import { freePort } from './run/product';
import { printTable } from './run/table';

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

async function run(url: string, config: Config | undefined): Promise<Result> {
  const port = await freePort();
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
    executablePath: findChromium() ?? undefined,
  });
  try {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'error' }, config);
    if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'No result');
    return result.lhr;
  } finally {
    await browser.close();
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

/** The middle of several runs under each preset: its four scores of 100, and what they are made of. */
export async function printLighthouse(url: string, say: (line: string) => void): Promise<void> {
  const rows: string[][] = [];
  for (const [preset, config] of Object.entries(presets)) {
    const results: Result[] = [];
    for (let i = 0; i < RUNS; i++) {
      say(`lighthouse: ${preset}, run ${i + 1} of ${RUNS}`);
      results.push(await run(url, config));
    }
    results.sort((a, b) => score(a, 'performance') - score(b, 'performance'));
    const middle = results[Math.floor(RUNS / 2)]!;
    rows.push([
      preset,
      ...categories.map((category) => String(score(middle, category))),
      ...Object.values(metrics).map((id) => middle.audits[id]!.displayValue ?? ''),
      `${score(results[0]!, 'performance')} to ${score(results.at(-1)!, 'performance')}`,
    ]);
    for (const finding of findings(middle)) say(`lighthouse: ${preset}: ${finding}`);
  }
  const head = ['', ...categories, ...Object.keys(metrics), 'performance, all runs'];
  printTable(`Lighthouse on ${new URL(url).pathname}`, head, rows);
}

if (process.argv[1]?.endsWith('lighthouse.ts'))
  await printLighthouse(process.argv[2] ?? 'http://localhost:3000/', (line) => console.error(line));
