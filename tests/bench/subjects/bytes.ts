import { get } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../../setup/chromium';
import type { Bench } from '../run/bench';
import { figure, printTable } from '../run/table';

/** Bare first: a page of the same build without any part of the explorer. */
const PAGES = ['/data/codebook', '/', '/timeline', '/events'];
const SETTLE_MS = 1500;
const PATIENCE_MS = 180_000;

interface Shipped {
  files: number;
  gzip: number;
  brotli: number;
}

const sizeOf = (scripts: Map<string, Buffer>): Shipped => {
  const bodies = [...scripts.values()];
  const sum = (compressed: (body: Buffer) => Buffer): number =>
    bodies.reduce((total, body) => total + compressed(body).length, 0);
  return {
    files: bodies.length,
    gzip: sum((body) => gzipSync(body)),
    brotli: sum((body) => brotliCompressSync(body)),
  };
};

/** Every script that the browser fetches: while the page opens, and after it was scrolled to its end. */
async function scriptsOf(browser: Browser, url: string): Promise<{ open: Shipped; scrolled: Shipped }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const scripts = new Map<string, Buffer>();
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    reading.push(response.body().then((body) => void scripts.set(response.url(), body)));
  });
  const settled = async (): Promise<Shipped> => {
    await page.waitForTimeout(SETTLE_MS);
    await Promise.all(reading);
    return sizeOf(scripts);
  };
  await page.goto(url, { waitUntil: 'load', timeout: PATIENCE_MS });
  const open = await settled();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 400) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(50);
  }
  const scrolled = await settled();
  await page.close();
  return { open, scrolled };
}

/** Pages whose size is their content's: the last two draw hundreds of events one by one, by links that work without scripts. */
const DOCUMENTS = [
  '/',
  '/timeline',
  '/timeline?region=MT&type=lockdown&view=1976-01-01..2025-12-31',
  '/timeline?region=NZ&pillar=prevent',
];

/** Bytes of a page as they are sent in an encoding, and its events' links in the timeline's drawing. */
async function sent(url: string, encoding: 'identity' | 'br'): Promise<{ bytes: number; marks: number }> {
  const body = await new Promise<Buffer>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encoding } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts)));
    }).on('error', reject);
  });
  return { bytes: body.length, marks: body.toString().split('<a class="pw-tl-link"').length - 1 };
}

/** The HTML of pages with a timeline, which has every mark as a link and, for scripts, its data once more. */
async function documents({ data }: Bench, address: string): Promise<void> {
  const rows: string[][] = [];
  for (const page of DOCUMENTS) {
    const plain = await sent(address + page, 'identity');
    const packed = await sent(address + page, 'br');
    rows.push([page, String(plain.marks), figure(plain.bytes / 1000), figure(packed.bytes / 1000)]);
  }
  printTable(
    `HTML with the data for scripts, in thousands of bytes, ${data.size.toLocaleString('en-GB')} events`,
    ['page', 'links in the drawing', 'plain', 'as sent (brotli)'],
    rows,
  );
}

/** The JavaScript that each page ships, beside a bare page of the same build, and the HTML of those with a timeline. */
export async function bytes(bench: Bench): Promise<void> {
  const address = await bench.product();
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    executablePath: findChromium() ?? undefined,
  });
  const kilobytes = (value: number): string => figure(value / 1000);
  const rows: string[][] = [];
  let bare: Shipped | undefined;
  try {
    for (const page of PAGES) {
      const { open, scrolled } = await scriptsOf(browser, address + page);
      bare ??= open;
      rows.push([
        page,
        String(open.files),
        kilobytes(open.gzip),
        kilobytes(open.brotli),
        open === bare ? '-' : `+${kilobytes(open.gzip - bare.gzip)}`,
        kilobytes(scrolled.gzip),
        kilobytes(scrolled.brotli),
      ]);
    }
  } finally {
    await browser.close();
  }
  printTable(
    'JavaScript shipped, in thousands of bytes, beside a bare page of the same build (the codebook); “scrolled”: with what loads when charts come near',
    ['page', 'files', 'gzip', 'brotli', 'gzip beside bare', 'scrolled, gzip', 'scrolled, brotli'],
    rows,
  );
  await documents(bench, address);
}
