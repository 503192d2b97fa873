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

async function middleOf(url: string, preset: string, say: Bench['say']): Promise<string[]> {
  const results: Result[] = [];
  for (let i = 0; i < RUNS; i++) {
    say(`lighthouse: ${preset}, run ${i + 1} of ${RUNS}`);
    results.push(await run(url, presets[preset]));
  }
  results.sort((a, b) => score(a, 'performance') - score(b, 'performance'));
  const middle = results[Math.floor(RUNS / 2)]!;
  for (const finding of findings(middle)) say(`lighthouse: ${preset}: ${finding}`);
  return [
    preset,
    ...categories.map((category) => String(score(middle, category))),
    ...Object.values(metrics).map((id) => middle.audits[id]!.displayValue ?? ''),
    `${score(results[0]!, 'performance')} to ${score(results.at(-1)!, 'performance')}`,
  ];
}

/**
 * Lighthouse on the overview: of several runs under each preset the middle one, its four scores of 100, and what they are
 * made of. Times are those of this machine, multiplied by Lighthouse for a phone (4 times for the processor, a slow 4G
 * line), so it wants a machine that does nothing else.
 */
export async function lighthouseOfOverview({ data, product, say }: Bench): Promise<void> {
  const url = `${await product()}/`;
  // The first answer loads the index; a reader hardly ever is the first.
  await (await fetch(url)).arrayBuffer();
  const rows: string[][] = [];
  for (const preset of Object.keys(presets)) rows.push(await middleOf(url, preset, say));
  printTable(
    `Lighthouse on the overview, ${data.size.toLocaleString('en-GB')} events, the middle of ${RUNS} runs`,
    ['', ...categories, ...Object.keys(metrics), 'performance, all runs'],
    rows,
  );
}
