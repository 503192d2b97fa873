import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './tests/setup/chromium';
import { runFolder } from './tests/setup/run-folder';

const PORT = Number(process.env.TEST_PORT ?? 3210);
const data = runFolder();

const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const noScripts = { javaScriptEnabled: false };
const readers = ['readers', 'readers-no-scripts', 'phone'];

/** The product as its users start it: production build, embedded database, coded corpus. */
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // Once more where a busy machine was late; the report names such a test as flaky.
  retries: 1,
  reporter: [['list']],
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${PORT}`,
    launchOptions: { executablePath: findChromium() ?? undefined, args },
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    trace: 'off',
  },
  webServer: {
    command: `exec node app/_start/main.mjs start > '${data}/start.log' 2>&1`,
    url: `http://localhost:${PORT}/favicon.svg`,
    timeout: 300_000,
    env: { PORT: String(PORT), DATA_DIR: path.join(data, 'data') },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
  projects: [
    { name: 'setup', testMatch: 'setup.ts' },
    {
      name: 'readers',
      testIgnore: ['phone.spec.ts', 'admin*.spec.ts'],
      dependencies: ['setup'],
    },
    { name: 'readers-no-scripts', testMatch: 'reader.spec.ts', use: noScripts, dependencies: ['setup'] },
    {
      name: 'phone',
      testMatch: 'phone.spec.ts',
      use: { ...devices['Pixel 5'], viewport: { width: 390, height: 844 }, defaultBrowserType: 'chromium' },
      dependencies: ['setup'],
    },
    // Editors come last: what they add would change the counts under the readers.
    { name: 'editors', testMatch: 'admin*.spec.ts', dependencies: readers },
    { name: 'editors-no-scripts', testMatch: 'admin*.spec.ts', use: noScripts, dependencies: readers },
  ],
});
