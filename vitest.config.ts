import path from 'node:path';
import { defineConfig } from 'vitest/config';

const here = (file: string): string => path.resolve(import.meta.dirname, file);

export default defineConfig({
  resolve: { alias: { '@': here('.'), 'server-only': here('tests/setup/server-only.ts') } },
  // Its entry is a JSON file, which Node refuses to import as a module of its own.
  ssr: { noExternal: ['world-countries'] },
  test: {
    server: { deps: { inline: ['world-countries'] } },
    env: { LOG_LEVEL: 'silent' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/{unit,corpus}/**/*.test.ts'] } },
      // These have a database server; its start is what the others need not wait for.
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/{db,http,start}/**/*.test.ts'],
          globalSetup: ['tests/setup/global.ts'],
        },
      },
    ],
  },
});
