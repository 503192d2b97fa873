import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const SOURCES = [
  'app',
  'lib',
  'db',
  'public',
  'proxy.ts',
  'next.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];

function newest(file: string): number {
  if (!existsSync(file)) return 0;
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

/** True where there is no production build, or something it is made of is newer. */
export function needsBuild(root: string): boolean {
  const id = path.join(root, '.next', 'BUILD_ID');
  return !existsSync(id) || SOURCES.some((source) => newest(path.join(root, source)) > statSync(id).mtimeMs);
}
