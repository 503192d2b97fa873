import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A data folder that the database's own user can reach; it goes with the run's. */
export function dataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pillarwatch-start-'));
  chmodSync(folder, 0o755);
  return folder;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

const started: Start[] = [];
// Here, not where one is started: what a test that runs registers is not called.
afterAll(() => Promise.all(started.map((start) => start.end())));

/** The start command as people run it; ended with the test file, where it has not ended before. */
export class Start {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; signal: string | null }>;
  output = '';

  constructor(settings: Record<string, string | number>) {
    const env: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: '' };
    for (const [name, value] of Object.entries(settings)) env[name] = String(value);
    // Vitest's own, which Next would take for its mode.
    Reflect.deleteProperty(env, 'NODE_ENV');
    this.child = spawn(process.execPath, ['app/_start/main.mjs', 'start'], { env });
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on('data', (chunk: Buffer) => (this.output += String(chunk)));
    this.ended = new Promise((resolve) => {
      this.child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    started.push(this);
  }

  /** Ends it as Ctrl-C does, where it has not ended, and waits for that. */
  async end(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    await this.ended;
  }

  /** The address, once it is printed. Fails with the output where the command ends before. */
  async address(): Promise<string> {
    for (;;) {
      const found = /Pillarwatch is at (\S+)/.exec(this.output);
      if (found) return found[1]!;
      if (this.child.exitCode !== null) throw new Error(`It ended: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
