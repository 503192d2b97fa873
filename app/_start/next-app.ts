import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartProblem } from '@/lib/problem';
import { precompress } from './precompress';

const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next');
const SERVE = fileURLToPath(new URL('serve.mjs', import.meta.url));
const PATIENCE_MS = 60_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Next as a child process, in a group of its own, so that Ctrl-C reaches it only when we say so. */
export class NextApp {
  #child: ChildProcess | undefined;
  #stopping = false;

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  #spawn(args: string[], output: 'inherit' | 'pipe', mode: 'production' | 'development'): ChildProcess {
    const env = { ...this.env, NODE_ENV: mode } as NodeJS.ProcessEnv;
    this.#child = spawn(process.execPath, args, {
      env,
      stdio: ['ignore', output, output],
      detached: true,
    });
    return this.#child;
  }

  /** The process that runs now; 0 where none does. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Makes the production build; its output is shown only where it fails. */
  async build(): Promise<void> {
    const child = this.#spawn([NEXT, 'build'], 'pipe', 'production');
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => output.push(String(chunk)));
    const [code] = (await once(child, 'exit')) as [number | null];
    if (this.#stopping) return;
    if (code === 0) return precompress(path.resolve('.next/static'));
    console.error(output.join(''));
    throw new StartProblem('The build failed: what it said stands above.');
  }

  /** Serves on the port; resolves once it answers, and tells `onEnd` why where it ends by itself. */
  async serve(mode: 'start' | 'dev', port: number, onEnd: (why: string) => void): Promise<void> {
    const child = this.#spawn(
      mode === 'dev' ? [NEXT, 'dev', '-p', String(port)] : [SERVE, String(port)],
      'inherit',
      mode === 'dev' ? 'development' : 'production',
    );
    child.once('exit', (code) => {
      if (!this.#stopping) onEnd(`The web server ended by itself (code ${code ?? 'none'}).`);
    });
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end && !this.#stopping; await pause(200)) {
      if (child.exitCode !== null) return;
      const answer = await fetch(`http://127.0.0.1:${port}/favicon.svg`).catch(() => null);
      if (answer?.ok) return;
    }
    if (!this.#stopping)
      throw new StartProblem(`The web server did not answer within ${PATIENCE_MS / 1000} seconds.`);
  }

  /** Stops what runs, its own children too, and waits until it is gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    process.kill(-child.pid, 'SIGTERM');
    const late = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), 8_000);
    await gone;
    clearTimeout(late);
  }
}
