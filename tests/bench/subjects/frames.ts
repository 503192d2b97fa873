import { chromium, errors, type Browser, type Page } from '@playwright/test';
import { findChromium } from '../../setup/chromium';
import { charts, type Chart } from '../frames/charts';
import { mainThreadOf, TRACED } from '../frames/main-thread';
import type { Player } from '../frames/player';
import type { Bench } from '../run/bench';
import { duration, figure, printTable } from '../run/table';
import { quantile } from '../run/timing';

const MARKS = [500, 5_000, 20_000, 50_000];
const FRAMES = 180;
/** A gesture ends after this time, however few frames it got. */
const MOST_MS = 15_000;
/** A chart that is not on the screen by then is given up. */
const PATIENCE_MS = 120_000;
/** The page prepares its zooms in idle moments; a reader takes longer than this to reach for the wheel. */
const IDLE_MS = 2_000;
/** Later than this a frame was missed, at 60 a second. */
const LATE_MS = 20;

type Kind = 'zoom' | 'pan';

/** One wheel event a frame: into ten years to a week, over the events there, out again, to three years, and over those. */
const gestures: { kind: Kind; wheel: { deltaX?: number; deltaY?: number; ctrlKey?: boolean } }[] = [
  { kind: 'zoom', wheel: { deltaY: -3.6, ctrlKey: true } },
  { kind: 'pan', wheel: { deltaX: 14 } },
  { kind: 'zoom', wheel: { deltaY: 3.6, ctrlKey: true } },
  { kind: 'zoom', wheel: { deltaY: -0.65, ctrlKey: true } },
  { kind: 'pan', wheel: { deltaX: -14 } },
];

/** Milliseconds from frame to frame, and of the main thread's processor time: within each, and as the chart comes to rest. */
interface Measured {
  frames: number[];
  work: number[];
  rests: number[];
}

interface Played {
  firstPaint: number;
  times: Record<Kind, Measured>;
}

async function open(browser: Browser, { script, style }: Chart, marks: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setContent(`<style>${style}</style><div style="width:940px"><div id="root"></div></div>`);
  await page.evaluate((count) => Object.assign(window, { marks: count }), marks);
  await page.addScriptTag({ content: script, type: 'module' });
  await page.waitForFunction(() => 'player' in window);
  return page;
}

async function playAll(browser: Browser, chart: Chart, marks: number): Promise<Played> {
  const page = await open(browser, chart, marks);
  const firstPaint = await page.evaluate(() => (window as unknown as { player: Player }).player.firstPaint);
  await page.waitForTimeout(IDLE_MS);
  const times: Record<Kind, Measured> = {
    zoom: { frames: [], work: [], rests: [] },
    pan: { frames: [], work: [], rests: [] },
  };
  for (const { kind, wheel } of gestures) {
    await browser.startTracing(page, { categories: TRACED });
    const frames = await page.evaluate(
      ([init, count, most]) => (window as unknown as { player: Player }).player.play(init, count, most),
      [wheel, FRAMES, MOST_MS] as const,
    );
    const main = mainThreadOf(await browser.stopTracing(), frames.length);
    times[kind].frames.push(...frames);
    times[kind].work.push(...main.frames);
    times[kind].rests.push(main.rest);
  }
  await page.close();
  return { firstPaint, times };
}

const cells = ({ frames, work, rests }: Measured): string[] => [
  figure(quantile(work, 0.5)),
  figure(quantile(work, 0.95)),
  figure(quantile(work, 1)),
  figure(quantile(rests, 1)),
  figure(quantile(frames, 0.5)),
  figure(quantile(frames, 0.95)),
  `${figure((100 * frames.filter((ms) => ms > LATE_MS).length) / frames.length)} %`,
];

const rowOf = (played: Played | null): string[] =>
  played === null
    ? [`over ${duration(PATIENCE_MS)}`, ...Array.from({ length: 14 }, () => '-')]
    : [duration(played.firstPaint), ...cells(played.times.zoom), ...cells(played.times.pan)];

/** First paint and frame times of the timeline in a real browser, beside vis-timeline with the same events and gestures. */
export async function timelineFrames({ say }: Bench): Promise<void> {
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    executablePath: findChromium() ?? undefined,
  });
  const rows: string[][] = [];
  try {
    const both = await charts();
    for (const marks of MARKS) {
      for (const chart of both) {
        say(`frames: ${chart.name}, ${marks} marks`);
        const played = await playAll(browser, chart, marks).catch((error: unknown) => {
          if (error instanceof errors.TimeoutError) return null;
          throw error;
        });
        rows.push([`${marks.toLocaleString('en-GB')}, ${chart.name}`, ...rowOf(played)]);
      }
    }
  } finally {
    await browser.close();
  }
  const head = (kind: Kind): string[] => [
    `${kind}: main thread`,
    'p95',
    'worst',
    'at rest',
    'frame to frame',
    'p95',
    'late',
  ];
  printTable(
    'Timeline: first paint, and milliseconds of each frame while it zooms and pans: the main thread’s processor time within a frame, and in its longest task as the gesture ends; then from frame to frame (16.7 is the display’s own; late: over 20 ms). Headless, software rendering',
    ['marks, chart', 'first paint', ...head('zoom'), ...head('pan')],
    rows,
  );
}
