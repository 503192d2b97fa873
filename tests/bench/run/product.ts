import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** A process of the bench that serves on an address. */
export interface Running {
  address: string;
  stop(): Promise<void>;
}

/** Ends the process and waits until it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Starts the product as people do, on the given database; it builds itself first where its build is old. */
export async function startProduct(databaseUrl: string, port: number): Promise<Running> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pillarwatch-bench-'));
  const child = spawn(process.execPath, ['app/_start/main.mjs', 'start'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: 'warn',
      // One address asks for all: how often it may is not what is measured.
      API_RATE_LIMIT: '0',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += String(chunk)));
  while (!output.includes('Pillarwatch is at')) {
    if (child.exitCode !== null) throw new Error(`The product did not start: ${output}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
