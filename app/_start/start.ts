import { openDatabase } from '@/db/client';
import { firstAdminToken } from '@/db/first-admin';
import { grantToApp } from '@/db/grants';
import { migrate } from '@/db/migrate';
import { seedDatabase, seedWords } from '@/db/seed/seed';
import { seedIndicators } from '@/db/seed/seed-indicators';
import { seedSeries } from '@/db/seed/seed-series';
import { startServer } from '@/db/server';
import { EnvProblem, startEnv } from '@/lib/env';
import { StartProblem } from '@/lib/problem';
import { needsBuild } from './build-state';
import { NextApp } from './next-app';
import { assertPortFree, authSecret, claimDataFolder, noteWebServer, stopOrphan } from './preflight';

type Mode = 'start' | 'dev';

const say = (line: string): void => console.log(line);

/** What to undo when the product stops, last first. */
const undo: (() => Promise<void> | void)[] = [];
let stopping: Promise<void> | undefined;

/** Stops all that was started, once, and ends the process. */
function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    for (const step of undo.reverse()) await step();
    process.exit(code);
  })();
  return stopping;
}

function fail(error: unknown): Promise<void> {
  // A stop under way makes what it interrupts fail: that is no news.
  if (stopping) return stopping;
  if (error instanceof StartProblem || error instanceof EnvProblem)
    console.error(`Pillarwatch: ${error.message}`);
  else console.error(error);
  return stop(1);
}

/** Migrates and seeds as the owner, and gives the app's user its rights where that is another. */
async function prepareDatabase(url: string, appUrl: string): Promise<string | null> {
  await migrate(url);
  if (url !== appUrl) await grantToApp(url, appUrl);
  const { db, close } = openDatabase(url, 2);
  try {
    const seeded = seedWords(await seedDatabase(db));
    if (seeded) say(seeded);
    await seedSeries(db);
    await seedIndicators(db);
    return await firstAdminToken(db);
  } finally {
    await close();
  }
}

function welcome(address: string, token: string | null, where: string): void {
  const way = token
    ? `  To make the first admin open ${address}/setup/${token}\n  (it works once, within 24 hours; a restart makes a new one)`
    : `  To sign in open ${address}/sign-in`;
  say(`\n  Pillarwatch is at ${address}\n${way}\n  Data: ${where}\n  Stop with Ctrl-C.\n`);
}

async function run(mode: Mode): Promise<void> {
  const settings = startEnv();
  undo.push(claimDataFolder(settings.DATA_DIR));
  await stopOrphan(settings.DATA_DIR);
  await assertPortFree(settings.PORT);
  let url = settings.DATABASE_URL;
  let where = 'the server of DATABASE_URL';
  if (!url) {
    const server = await startServer({ dataDir: settings.DATA_DIR, say });
    undo.push(() => server.stop());
    ({ url, folder: where } = server);
  }
  const owner = settings.DATABASE_OWNER_URL;
  if (owner && !settings.DATABASE_URL)
    throw new StartProblem('DATABASE_OWNER_URL is set without DATABASE_URL: set both, or neither.');
  const token = await prepareDatabase(owner ?? url, url);
  const app = new NextApp({
    ...process.env,
    DATABASE_URL: url,
    // The web server must not know it.
    DATABASE_OWNER_URL: undefined,
    AUTH_SECRET: authSecret(settings.DATA_DIR, settings.AUTH_SECRET),
    PUBLIC_URL: settings.PUBLIC_URL,
    PORT: String(settings.PORT),
    NEXT_TELEMETRY_DISABLED: '1',
  });
  undo.push(() => app.stop());
  if (mode === 'start' && needsBuild(process.cwd())) {
    say('Building, which takes a minute the first time…');
    await app.build();
  }
  const served = app.serve(mode, settings.PORT, (why) => void fail(new StartProblem(why)));
  noteWebServer(settings.DATA_DIR, app.pid);
  await served;
  welcome(settings.PUBLIC_URL, token, where);
}

/** Starts everything, in order; expected failures end in one sentence, Ctrl-C stops it all. */
export async function start(mode: Mode): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  await run(mode).catch(fail);
}
