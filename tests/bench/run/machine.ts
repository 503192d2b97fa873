import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type as system } from 'node:os';
import { findBinaries } from '@/db/server-binaries';
import { findChromium } from '../../setup/chromium';

/** Packages that are measured, or measured against. */
const PACKAGES = [
  'next',
  'react',
  '@duckdb/node-api',
  'crossfilter2',
  'arquero',
  'vis-timeline',
  'autocannon',
];

function packageVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
    version: string;
  };
  return `${name} ${version}`;
}

function programVersion(file: string | null, pattern: RegExp): string {
  if (file === null) return 'none';
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
  return pattern.exec(stdout)?.[0] ?? 'of unknown version';
}

/** What was measured on: the first lines of every run. */
export async function machine(): Promise<string> {
  const processors = cpus();
  const gibibytes = (totalmem() / 2 ** 30).toFixed(0);
  const { postgres } = await findBinaries();
  return [
    `${processors.length} cores (${processors[0]!.model.trim()}), ${gibibytes} GiB, ${system()} ${release()}`,
    `Node ${process.versions.node}, PostgreSQL ${programVersion(postgres, /[\d.]+/)} (embedded), Chromium ${programVersion(findChromium(), /[\d.]+/)}`,
    PACKAGES.map(packageVersion).join(', '),
    `load when it began: ${loadavg()
      .map((value) => value.toFixed(1))
      .join(', ')} (1, 5 and 15 minutes)`,
  ].join('\n');
}
