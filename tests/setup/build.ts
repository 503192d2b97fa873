import { spawnSync } from 'node:child_process';
import { needsBuild } from '@/app/_start/build-state';

/** Makes the production build where it is missing or old, once: files that run at the same time would make it twice. */
export default function build(): void {
  if (!needsBuild(process.cwd())) return;
  const { NODE_ENV: _vitests, ...env } = process.env;
  const made = spawnSync('npm', ['run', 'build'], { env: env as NodeJS.ProcessEnv, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`The build failed:\n${made.stdout}${made.stderr}`);
}
