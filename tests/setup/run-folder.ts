import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The folder of whatever this run of tests puts on the disk, where temporary files go too. It is gone when the run ends
 * well, and stays for who looks into a failure. Runners read their configuration in more than one process: the first makes it.
 */
export function runFolder(): string {
  const made = process.env.PILLARWATCH_TEST_FOLDER;
  if (made) return made;
  const folder = mkdtempSync(path.join(tmpdir(), 'pillarwatch-test-'));
  // The database's own user must get through.
  chmodSync(folder, 0o755);
  process.env.PILLARWATCH_TEST_FOLDER = folder;
  process.env.TMPDIR = folder;
  process.once('exit', (code) => {
    if (code === 0) rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
