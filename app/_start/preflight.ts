import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { StartProblem } from '@/lib/problem';

/** Throws StartProblem where something else listens on the port. */
export function assertPortFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is in use' : error.code === 'EACCES' ? 'may not be used' : undefined;
      reject(
        why
          ? new StartProblem(
              `Port ${port} ${why}: stop what listens there, or choose another, as in PORT=3001 npm start.`,
            )
          : error,
      );
    });
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What the process was started with: after a reboot a number may be another's. */
function commandOf(pid: number): string {
  const result = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return result.stdout ?? '';
}

/** True where the process is a start command of ours; also where nothing tells, which errs on the safe side. */
function isOurs(pid: number): boolean {
  const command = commandOf(pid);
  return isAlive(pid) && (command === '' || command.includes('_start'));
}

/**
 * Makes the data folder where it is missing and claims it for this process; returns what gives it back. Throws
 * StartProblem where it cannot be used, or another Pillarwatch uses it.
 */
export function claimDataFolder(folder: string): () => void {
  const claim = path.resolve(folder, 'pillarwatch.pid');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new StartProblem(
      `The data folder ${path.resolve(folder)} cannot be read and written: mend its permissions, or set DATA_DIR to another.`,
    );
  }
  const holder = existsSync(claim) ? Number(readFileSync(claim, 'utf8')) : 0;
  if (holder && holder !== process.pid && isOurs(holder)) {
    throw new StartProblem(
      `Another instance runs on ${path.resolve(folder)} (process ${holder}): stop it first, or set DATA_DIR to another folder.`,
    );
  }
  writeFileSync(claim, String(process.pid));
  return () => rmSync(claim, { force: true });
}

const orphanFile = (folder: string): string => path.resolve(folder, 'next.pid');

/** Notes the web server's process, so that a start after a kill -9 finds what was left behind. */
export function noteWebServer(folder: string, pid: number): void {
  writeFileSync(orphanFile(folder), String(pid));
}

/** Ends a web server that outlived the start command which owned it. Call it once the data folder is claimed. */
export async function stopOrphan(folder: string): Promise<void> {
  const file = orphanFile(folder);
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  rmSync(file, { force: true });
  if (!pid || !isAlive(pid) || !/next|_start.serve/.test(commandOf(pid))) return;
  process.kill(-pid, 'SIGKILL');
  for (let i = 0; i < 50 && isAlive(pid); i++) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** The secret that signs sessions: the one given, else one kept in the data folder, so that people stay signed in. */
export function authSecret(folder: string, given: string | undefined): string {
  if (given) return given;
  const file = path.resolve(folder, 'auth-secret');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
