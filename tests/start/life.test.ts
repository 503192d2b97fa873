import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyDatabase } from '../setup/database';
import { dataFolder, freePort, Start } from '../setup/start';

const PATIENCE = 300_000;

const heading = async (address: string): Promise<string> =>
  /<h1[^>]*>(.*?)<\/h1>/.exec(await (await fetch(address)).text())?.[1] ?? 'no heading';
const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => true,
    () => false,
  );
/** The server's own note that it runs: it takes it away when it has stopped cleanly. */
const serverNote = (folder: string): string => path.join(folder, 'postgres', 'postmaster.pid');

describe('the start command', () => {
  it(
    'fills, serves, keeps others off, comes back after a kill -9, and stops all of it',
    async () => {
      const settings = { DATA_DIR: dataFolder(), PORT: await freePort() };
      const first = new Start(settings);
      const address = await first.address();
      expect(first.output).toContain('events into the empty database.');
      expect(first.output).toMatch(/To make the first admin open http:\/\/localhost:\d+\/setup\/[\w-]{20,}/);
      expect(await heading(address)).toMatch(/^\d+ events, /);

      const second = new Start({ ...settings, PORT: await freePort() });
      expect((await second.ended).code).toBe(1);
      expect(second.output.trim()).toBe(
        `Pillarwatch: Another instance runs on ${settings.DATA_DIR} (process ${first.child.pid}): stop it first, or set DATA_DIR to another folder.`,
      );

      first.child.kill('SIGKILL');
      await first.ended;
      const again = new Start(settings);
      expect(await heading(await again.address())).toMatch(/^\d+ events, /);
      expect(again.output).not.toContain('empty database');
      expect(again.output).toContain('To make the first admin open');

      expect(existsSync(serverNote(settings.DATA_DIR))).toBe(true);
      again.child.kill('SIGINT');
      expect(await again.ended).toEqual({ code: 0, signal: null });
      expect(await answers(address)).toBe(false);
      expect(existsSync(serverNote(settings.DATA_DIR))).toBe(false);
    },
    PATIENCE,
  );

  it(
    'does the same on the server of DATABASE_URL, and leaves that running',
    async () => {
      const start = new Start({
        DATA_DIR: dataFolder(),
        PORT: await freePort(),
        DATABASE_URL: await emptyDatabase(),
      });
      expect(await heading(await start.address())).toMatch(/^\d+ events, /);
      expect(start.output).toContain('Data: the server of DATABASE_URL');
      start.child.kill('SIGTERM');
      expect(await start.ended).toEqual({ code: 0, signal: null });
    },
    PATIENCE,
  );
});
