import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startServer } from '@/db/server';

const root = process.getuid?.() === 0;

describe.skipIf(!root)(
  `as root${root ? '' : ' (skipped: only root runs the server as another user)'}`,
  () => {
    it('uses a folder that the server’s user can reach where it cannot reach the given one, and says which', async () => {
      // mkdtemp makes it for its owner alone, like /root.
      const closed = mkdtempSync(path.join(tmpdir(), 'pillarwatch-closed-'));
      const said: string[] = [];
      const server = await startServer({ dataDir: closed, say: (line) => said.push(line), durable: false });
      onTestFinished(() => rmSync(path.dirname(server.folder), { recursive: true, force: true }));
      await server.stop();
      expect(server.folder).toMatch(/^\/var\/lib\/pillarwatch\/\w+\/postgres$/);
      expect(said).toEqual([
        `The database server runs as user postgres, who cannot reach ${closed}/postgres: its data is in ${server.folder} instead.`,
      ]);
      expect(existsSync(path.join(server.folder, 'PG_VERSION'))).toBe(true);
    });

    it('does not start anew beside data that became unreachable', async () => {
      const closed = mkdtempSync(path.join(tmpdir(), 'pillarwatch-closed-'));
      chmodSync(closed, 0o755);
      mkdirSync(path.join(closed, 'data'));
      const options = { dataDir: path.join(closed, 'data'), say: () => {}, durable: false };
      await (await startServer(options)).stop();
      chmodSync(closed, 0o700);
      await expect(startServer(options)).rejects.toThrow('cannot be reached by user postgres');
    });
  },
);
