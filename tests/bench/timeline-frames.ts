/**
 * Frame times of the timeline while it zooms and pans, in a real browser: `npx tsx tests/bench/timeline-frames.ts`.
 * The chart is bundled alone, with React for production and without Next, and driven by one wheel event a frame.
 * Reported is the time from one animation frame to the next (16.7 ms at 60 a second), and the script's share of it.
 */
import { chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { compile } from 'sass';

const ROOT = join(import.meta.dirname, '../..');
const EVENTS = 20_000;
const FRAMES = 180;

const entry = `
  import { useMemo, useState } from 'react';
  import { createRoot } from 'react-dom/client';
  import { packEvents } from '@/lib/timeline-columns';
  import { TimelineLayout } from '@/lib/timeline-layout';
  import { linksOf } from '@/lib/timeline-links';
  import { boundsOf } from '@/lib/timeline-view';
  import { TimelineChart } from '@/app/_timeline/timeline-chart';
  import { useMotion } from '@/app/_timeline/use-motion';
  import { dayFromNumber } from '@/lib/days';
  import { eventTypes, pillars, precisions } from '@/lib/vocabulary';

  const { count, laneBy } = window.bench;
  let seed = 7;
  const random = () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32;
  const pick = (list) => list[Math.floor(random() * list.length)];
  // Ten years, with a crowd in the middle of the last one but three, as in a record of a crisis.
  const dayOf = () => 14610 + Math.floor(random() < 0.6 ? random() * 3650 : 2600 + (random() + random() + random()) * 120);
  const events = Array.from({ length: count }, (_, id) => {
    const start = dayOf();
    const precision = random() < 0.5 ? 'day' : pick(precisions);
    const days = { part_of_month: 9, month: 29, quarter: 90, year: 364 }[precision] ?? 0;
    const own = pick(pillars);
    return {
      id, slug: 'event-' + id, title: 'Synthetic event of the bench, number ' + id, startsOn: dayFromNumber(start), endsOn: dayFromNumber(start + days), precision,
      pillars: random() < 0.3 ? [...new Set([own, pick(pillars)])] : [own], type: pick(eventTypes), region: 'GB',
    };
  });
  const extent = { from: dayFromNumber(14610), to: dayFromNumber(14610 + 3650) };
  const data = { columns: packEvents(events, (code) => code), bands: [{ slug: 'b', title: 'Stay at home', region: 'GB', startsOn: '2017-03-23', endsOn: '2017-05-12' }], laneBy, today: '2019-01-01', extent, compact: false };
  const links = linksOf('', '', laneBy);
  function Bench() {
    const [view, setView] = useState(extent);
    const layout = useMemo(() => new TimelineLayout(data), []);
    const bounds = useMemo(() => boundsOf(extent, extent), []);
    const motion = useMotion(view, setView);
    return <TimelineChart {...{ layout, motion, bounds, links }} selecting={false} onSelect={() => {}} onOpen={() => {}} />;
  }
  createRoot(document.getElementById('root')).render(<Bench />);

  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  window.play = async (init, count) => {
    const chart = document.querySelector('.pw-tl-chart');
    const box = chart.getBoundingClientRect();
    const [frames, work] = [[], []];
    let before = await nextFrame();
    for (let i = 0; i < count; i++) {
      chart.dispatchEvent(new WheelEvent('wheel', { ...init, clientX: box.left + 610, clientY: box.top + 200, bubbles: true, cancelable: true }));
      // The chart asked for its frame first, so it has drawn by the time this one is called.
      const now = await nextFrame();
      work.push(performance.now() - now);
      frames.push(now - before);
      before = now;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { frames, work };
  };
`;

async function bundled(): Promise<string> {
  const result = await build({
    stdin: { contents: entry, resolveDir: ROOT, loader: 'tsx' },
    bundle: true,
    write: false,
    minify: true,
    jsx: 'automatic',
    alias: { '@': ROOT },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return result.outputFiles[0]!.text;
}

interface Gesture {
  name: string;
  /** What one frame's wheel event says. */
  wheel: { deltaX?: number; deltaY?: number; ctrlKey?: boolean };
}

const gestures: Gesture[] = [
  { name: 'zoom in, ten years to a week', wheel: { deltaY: -3.6, ctrlKey: true } },
  { name: 'pan over single events', wheel: { deltaX: 14 } },
  { name: 'zoom out, a week to ten years', wheel: { deltaY: 3.6, ctrlKey: true } },
  { name: 'zoom in to three years', wheel: { deltaY: -0.65, ctrlKey: true } },
  { name: 'pan over counts', wheel: { deltaX: -14 } },
];

interface Times {
  frames: number[];
  work: number[];
}

/** Plays a gesture in the page, one event a frame. */
function play(page: Page, wheel: Gesture['wheel']): Promise<Times> {
  return page.evaluate(
    ({ init, count }) =>
      (window as unknown as { play(init: object, count: number): Promise<Times> }).play(init, count),
    { init: wheel, count: FRAMES },
  );
}

const at = (values: number[], share: number): string =>
  values
    .toSorted((a, b) => a - b)
    .at(Math.min(values.length - 1, Math.floor(values.length * share)))!
    .toFixed(1)
    .padStart(6);

async function main(): Promise<void> {
  const script = await bundled();
  const style = compile(join(ROOT, 'app/styles/_timeline.scss')).css;
  const system = '/usr/bin/chromium';
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    executablePath: existsSync(system) ? system : undefined,
  });
  console.log(
    `${EVENTS.toLocaleString('en-GB')} events, Chromium ${browser.version()} headless, software rendering, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}`,
  );
  for (const laneBy of ['pillar', 'type']) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.setContent(`<style>${style}</style><div style="width:940px"><div id="root"></div></div>`);
    await page.evaluate((bench) => Object.assign(window, { bench }), { count: EVENTS, laneBy });
    await page.addScriptTag({ content: script });
    await page.waitForSelector('[data-live=true]');
    // The page prepares its zooms in idle moments; a reader takes longer than this to reach for the wheel.
    await page.waitForTimeout(2000);
    console.log(
      `\nLanes by ${laneBy}: frame ms, median / p95 / worst; script ms, median / p95 / worst; frames over 20 ms`,
    );
    for (const { name, wheel } of gestures) {
      const { frames, work } = await play(page, wheel);
      const late = frames.filter((time) => time > 20).length;
      const numbers = [frames, work].map((times) =>
        [0.5, 0.95, 1].map((share) => at(times, share)).join(' '),
      );
      console.log(`  ${name.padEnd(32)} ${numbers.join('  |')}  | ${late} of ${FRAMES}`);
    }
    await page.close();
  }
  await browser.close();
}

await main();
