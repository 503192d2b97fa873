import { readSession } from '@/app/_auth/read-session';
import { requestOrigin } from '@/app/_auth/request-origin';
import { Download } from './download';

/** How many are remembered at most, and for how long after their end. */
const MOST = 500;
const KEPT_MS = 10 * 60_000;

interface Kept {
  owner: string;
  download: Download;
}

// A build may give each route its own copy of this module; what they know is one. Each instance knows its own downloads.
const shared = globalThis as { pillarwatchDownloading?: Map<string, Kept> };
const kept = (): Map<string, Kept> => (shared.pillarwatchDownloading ??= new Map<string, Kept>());

/** Who asks: the session where there is one, else the address. */
async function ownerOf(request: Request): Promise<string> {
  const session = await readSession(request.headers);
  return session ? `session ${session.session.id}` : `address ${(await requestOrigin()).ip}`;
}

/** Forgets what ended some time ago and, where that leaves too many, what began first. */
function makeRoom(): void {
  const all = kept();
  const old = Date.now() - KEPT_MS;
  for (const [id, { download }] of all) if ((download.endedAt ?? Infinity) < old) all.delete(id);
  for (const id of all.keys()) {
    if (all.size < MOST) break;
    all.delete(id);
  }
}

/** Notes that a file is asked for under this name. One name may serve again, but never somebody else: then null. */
export async function beginDownload(request: Request, id: string): Promise<Download | null> {
  const owner = await ownerOf(request);
  const known = kept().get(id);
  if (known && known.owner !== owner) return null;
  makeRoom();
  const download = new Download();
  kept().set(id, { owner, download });
  return download;
}

/** The file that was asked for under this name by who asks now; null where there is none. */
export async function findDownload(request: Request, id: string): Promise<Download | null> {
  const found = kept().get(id);
  return found && found.owner === (await ownerOf(request)) ? found.download : null;
}
