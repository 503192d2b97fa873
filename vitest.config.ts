import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': path.resolve(import.meta.dirname) } },
  // Its entry is a JSON file, which Node refuses to import as a module of its own.
  ssr: { noExternal: ['world-countries'] },
  test: {
    server: { deps: { inline: ['world-countries'] } },
    include: ['tests/{unit,db,corpus,start,http}/**/*.test.ts'],
    globalSetup: ['tests/setup/global.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
