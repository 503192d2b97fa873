import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/env';

/** A file that is half here for longer than this belongs to an upload that broke off. */
const STALE_MS = 24 * 3_600_000;
/** Names that we give; nothing that anybody sent is part of a path. */
const OURS = /^[0-9a-f-]{36}(?:\.part)?$/;

/** Where uploaded files wait until they are imported. */
export function uploadFolder(): string {
  const folder = path.resolve(env().DATA_DIR, 'imports');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** The path of a stored file. Throws for a name that is not ours. */
export function uploadPath(storedAs: string): string {
  if (!OURS.test(storedAs)) throw new Error('not the name of an upload');
  return path.join(uploadFolder(), storedAs);
}

/** Removes a stored file, if it is there. */
export async function removeUpload(storedAs: string | null): Promise<void> {
  if (storedAs !== null) await rm(uploadPath(storedAs), { force: true });
}

/** Removes what uploads that broke off have left. */
export async function sweepUploads(): Promise<void> {
  const folder = uploadFolder();
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.part')) continue;
    const found = await stat(path.join(folder, name)).catch(() => null);
    if (found && Date.now() - found.mtimeMs > STALE_MS) await rm(path.join(folder, name), { force: true });
  }
}
