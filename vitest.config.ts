import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { runFolder } from './tests/setup/run-folder.ts';

runFolder();

const here = (file: string): string => path.resolve(import.meta.dirname, file);

export default defineConfig({
  resolve: { alias: { '@': here('.'), 'server-only': here('tests/setup/server-only.ts') } },
  // Its entry is a JSON file, which Node refuses to import as a module of its own.
  ssr: { noExternal: ['world-countries'] },
  test: {
    server: { deps: { inline: ['world-countries'] } },
    env: { LOG_LEVEL: 'silent' },
    setupFiles: ['tests/setup/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests wait for servers more than they count: one worker for each core keeps both busy.
    maxWorkers: '100%',
    projects: [
      // Pure modules: what a file has loaded, the next need not load again.
      {
        extends: true,
        test: { name: 'unit', include: ['tests/{unit,corpus}/**/*.test.ts'], isolate: false },
      },
      // These have a database server; its start is what the others need not wait for.
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/db/**/*.test.ts'],
          isolate: false,
          globalSetup: ['tests/setup/global.ts'],
        },
      },
      // These start the product, or have it read its settings, which it does once in a process.
      {
        extends: true,
        test: {
          name: 'product',
          include: ['tests/{api,http,start}/**/*.test.ts'],
          globalSetup: ['tests/setup/build.ts', 'tests/setup/global.ts'],
        },
      },
    ],
  },
});
