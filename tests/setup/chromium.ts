import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser that the tests drive: Playwright's own, else the system's; null where there is none. */
export function findChromium(): string | null {
  const own = chromium.executablePath();
  return [own, ...SYSTEM].find((file) => existsSync(file)) ?? null;
}

/** Installs Debian's Chromium where none is found. The tests never skip: no browser ends the run with a sentence. */
function ensureChromium(): void {
  if (findChromium()) return;
  console.log('No Chromium found: installing Debian’s.');
  const root = process.getuid?.() === 0;
  const run = (...args: string[]) =>
    execFileSync(root ? args[0]! : 'sudo', root ? args.slice(1) : args, { stdio: 'inherit' });
  try {
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', 'chromium', 'fonts-liberation');
  } catch {
    console.error(
      'The browser tests need Chromium: run "npx playwright install chromium", or install it with your system’s packages.',
    );
    process.exit(1);
  }
}

if (process.argv[1]?.endsWith('chromium.ts')) ensureChromium();
