import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { end, freePort, type Running } from './product';

const FOLDER = path.join(import.meta.dirname, '../bare-page');
const NEXT = path.resolve('node_modules/next/dist/bin/next');

/** Builds and starts an app of Next of one page with a table of 50 rows and nothing else, in a process of its own. */
export async function startBarePage(): Promise<Running> {
  const env = { ...process.env, NODE_ENV: 'production' } as const;
  execFileSync(process.execPath, [NEXT, 'build', FOLDER], { env, stdio: 'ignore' });
  const address = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(process.execPath, [NEXT, 'start', FOLDER, '--port', new URL(address).port], {
    env,
    stdio: 'ignore',
  });
  for (;;) {
    const answer = await fetch(address).catch(() => null);
    if (child.exitCode !== null || answer?.ok === false) throw new Error('The bare page did not start.');
    if (answer?.ok) return { address, stop: () => end(child) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
