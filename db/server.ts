import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { StartProblem } from '@/lib/problem';
import {
  binariesIn,
  canUse,
  findBinaries,
  serverAccount,
  type Account,
  type Binaries,
} from './server-binaries';

export interface ServerOptions {
  /** The product's data folder; the server's own is `postgres` in it. */
  dataDir: string;
  /** Told in one line what people should know, such as another folder being used. */
  say(message: string): void;
  /** False for tests: a crash of the machine may lose what was written. */
  durable?: boolean;
}

export interface Server {
  url: string;
  folder: string;
  stop(): Promise<void>;
}

/** Where the programs and the data are, and who runs them. */
interface Site {
  binaries: Binaries;
  account: Account;
  folder: string;
}

const FALLBACK = '/var/lib/pillarwatch';

function makeOwned(folder: string, { uid, gid }: Account): void {
  mkdirSync(folder, { recursive: true });
  if (uid !== undefined && gid !== undefined) {
    chownSync(folder, uid, gid);
    chmodSync(folder, 0o700);
  }
}

/**
 * Picks a folder that the server's account can reach. A checkout below /root cannot be: then data and programs go to
 * /var/lib/pillarwatch, in a folder of this checkout's own.
 */
function findSite(wanted: string, binaries: Binaries, account: Account, say: ServerOptions['say']): Site {
  const other = path.join(FALLBACK, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  const site = { binaries, account, folder: wanted };
  if (!canUse(account, binaries.postgres, '-x')) {
    const native = path.join(other, 'native');
    if (!existsSync(native))
      cpSync(path.resolve(binaries.postgres, '..', '..'), native, {
        recursive: true,
        verbatimSymlinks: true,
      });
    site.binaries = binariesIn(binaries, native);
  }
  makeOwned(wanted, account);
  if (!canUse(account, wanted, '-w')) {
    if (existsSync(path.join(wanted, 'PG_VERSION'))) {
      throw new StartProblem(
        `The database in ${wanted} cannot be reached by user postgres, who must run it: let that user into the folders above it.`,
      );
    }
    rmdirSync(wanted);
    site.folder = path.join(other, 'postgres');
    makeOwned(site.folder, account);
    say(
      `The database server runs as user postgres, who cannot reach ${wanted}: its data is in ${site.folder} instead.`,
    );
  }
  return site;
}

function run(site: Site, program: keyof Binaries, args: string[]): { ok: boolean; output: string } {
  const result = spawnSync(site.binaries[program], args, {
    ...site.account,
    cwd: '/',
    encoding: 'utf8',
    // What pg_ctl starts must not hold our pipes open.
    stdio: program === 'pg_ctl' ? 'ignore' : 'pipe',
  });
  return {
    ok: result.status === 0,
    output: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`,
  };
}

function password(site: Site, dataDir: string): string {
  const file = path.join(dataDir, 'database-password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  // The folder holds a cluster whose password is lost with the file: better a sentence than a failed sign-in.
  if (existsSync(path.join(site.folder, 'PG_VERSION'))) {
    throw new StartProblem(
      `The password of the database in ${site.folder} is missing from ${file}: put it back, or move the folder away to start anew.`,
    );
  }
  const made = randomBytes(24).toString('base64url');
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}

function initialise(site: Site, secret: string): void {
  if (existsSync(path.join(site.folder, 'PG_VERSION'))) return;
  // An interrupted first start leaves half a cluster without its version file.
  rmSync(site.folder, { recursive: true, force: true });
  makeOwned(site.folder, site.account);
  const passwordFile = `${site.folder}.pw`;
  writeFileSync(passwordFile, secret, { mode: 0o600 });
  const { uid, gid } = site.account;
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const args = [
    `--pgdata=${site.folder}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    ...locale,
  ];
  const made = run(site, 'initdb', args);
  rmSync(passwordFile, { force: true });
  if (!made.ok)
    throw new StartProblem(
      `The database could not be set up in ${site.folder}: ${made.output.trim().split('\n').at(-1)}`,
    );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Nothing outlives the tests; and each of their files has pools of its own, more than the usual 100 connections. */
const TEMPORARY = [
  '-c fsync=off',
  '-c synchronous_commit=off',
  '-c full_page_writes=off',
  '-c max_connections=400',
];

const MB = 1024 * 1024;

/**
 * A quarter of the memory for PostgreSQL's own cache, as its manual advises (20.4.1), and at most what two million events
 * need to be searched; and room for the rows of a common word, of which it would else keep the pages alone.
 */
function memory(): string[] {
  const there = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  const cache = Math.max(128, Math.min(1024, Math.floor(there / 4 / MB)));
  return [`-c shared_buffers=${cache}MB`, '-c work_mem=32MB'];
}

const settings = (port: number, durable: boolean): string =>
  [
    `-p ${port}`,
    `-c listen_addresses=127.0.0.1`,
    `-c unix_socket_directories=''`,
    ...(durable ? memory() : TEMPORARY),
  ].join(' ');

async function createDatabase(address: string): Promise<void> {
  const sql = postgres(`${address}/postgres`, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'pillarwatch'`;
    if (!found) await sql`create database pillarwatch`;
  } finally {
    await sql.end();
  }
}

/**
 * Starts the embedded PostgreSQL on a free port of this machine alone, making its data folder at the first start. A
 * server that a killed start left behind is stopped first. pg_ctl keeps the server out of our process group, so that
 * Ctrl-C reaches it only through `stop`, after the app has let go of it; the package's own class starts it as a child
 * and stops it from an exit hook of its own. Throws StartProblem where it cannot start.
 */
export async function startServer({ dataDir, say, durable = true }: ServerOptions): Promise<Server> {
  const site = findSite(path.resolve(dataDir, 'postgres'), await findBinaries(), serverAccount(), say);
  const secret = password(site, path.resolve(dataDir));
  initialise(site, secret);
  const stop = () => run(site, 'pg_ctl', ['stop', '-D', site.folder, '-m', 'fast', '-w', '-t', '60']);
  if (run(site, 'pg_ctl', ['status', '-D', site.folder]).ok) stop();
  const port = await freePort();
  const logFile = path.join(site.folder, 'server.log');
  const started = run(site, 'pg_ctl', [
    'start',
    '-D',
    site.folder,
    '-w',
    '-t',
    '60',
    '-l',
    logFile,
    '-o',
    settings(port, durable),
  ]);
  if (!started.ok)
    throw new StartProblem(`The database server did not start; its log, ${logFile}, says why.`);
  const address = `postgresql://postgres:${secret}@127.0.0.1:${port}`;
  await createDatabase(address);
  return { url: `${address}/pillarwatch`, folder: site.folder, stop: async () => void stop() };
}

/**
 * The embedded PostgreSQL for a command that runs beside the product or without it: the server that runs on the data
 * folder, which `stop` leaves alone, else one that is started for the command.
 */
export async function joinServer(options: ServerOptions): Promise<Server> {
  const site = findSite(
    path.resolve(options.dataDir, 'postgres'),
    await findBinaries(),
    serverAccount(),
    options.say,
  );
  if (!run(site, 'pg_ctl', ['status', '-D', site.folder]).ok) return startServer(options);
  // The fourth line of the file that a running server keeps is its port.
  const port = Number(readFileSync(path.join(site.folder, 'postmaster.pid'), 'utf8').split('\n')[3]);
  const secret = password(site, path.resolve(options.dataDir));
  return {
    url: `postgresql://postgres:${secret}@127.0.0.1:${port}/pillarwatch`,
    folder: site.folder,
    stop: async () => {},
  };
}
