import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { database } from '@/db/client';
import { noteProblem } from '@/db/import/imports';
import type { Job } from '@/db/import/job';
import type { Author } from '@/lib/author';
import { log } from '@/lib/log';

/** A job of an import that the process of imports is asked for. */
export interface JobOrder {
  /** Numbers the orders of this server. */
  turn: number;
  id: number;
  kind: Job['kind'];
  by: Author | null;
}

/** What that process says of an order: that its import shows that it runs, and that it is over. */
export interface JobNews {
  turn: number;
  is: 'begun' | 'ended';
}

const SCRIPT = path.resolve('app/_start/import-worker.ts');
/** After its last job the process stays for so long: most people confirm soon after they have checked. */
const IDLE_MS = 120_000;

interface Waiting extends JobOrder {
  begun: boolean;
  /** Lets whoever asked go on. */
  goOn(): void;
}

/**
 * One process for all imports of this server: what is read, mapped and compared there takes no time from pages, and however
 * many wait for their turn, memory holds it once. It ends with this one, however that ends: its channel closes.
 */
class ImportProcess {
  readonly #open = new Map<number, Waiting>();
  readonly #child: ChildProcess;
  #idle: NodeJS.Timeout | undefined;
  #turns = 0;
  gone = false;

  constructor() {
    // Not fork(), whose script Next's bundler takes for a module of its own (next.js issue 97952).
    this.#child = spawn(process.execPath, ['--import', 'tsx', SCRIPT], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child.on('message', (news) => this.#hear(news as JobNews));
    this.#child.on('error', (error) => void this.#lost({ err: error }));
    this.#child.once('exit', (code, signal) => void this.#lost({ code, signal }));
    // It must not keep this process alive.
    this.#child.unref();
    this.#child.channel?.unref();
  }

  /** Asks for a job; resolves as soon as its import shows that it runs, or did. */
  async ask(job: Omit<JobOrder, 'turn'>): Promise<void> {
    clearTimeout(this.#idle);
    const order = { ...job, turn: ++this.#turns };
    await new Promise<void>((goOn) => {
      this.#open.set(order.turn, { ...order, begun: false, goOn });
      this.#child.send(order, (error) => {
        if (error) void this.#lost({ err: error });
      });
    });
  }

  #hear({ turn, is }: JobNews): void {
    const found = this.#open.get(turn);
    if (!found) return;
    found.begun = true;
    found.goOn();
    if (is === 'ended') this.#open.delete(turn);
    if (this.#open.size === 0) this.#idle = setTimeout(() => this.#dismiss(), IDLE_MS).unref();
  }

  #dismiss(): void {
    this.gone = true;
    this.#child.disconnect();
  }

  /** It ended with jobs in it: what they wrote is rolled back, and their pages say that they were stopped. */
  async #lost(why: object): Promise<void> {
    this.gone = true;
    const left = [...this.#open.values()];
    this.#open.clear();
    if (left.length > 0)
      log.error({ ...why, imports: left.map(({ id }) => id) }, 'the process of imports ended in the middle');
    for (const { id, begun, goOn } of left) {
      if (!begun)
        await noteProblem(
          database(),
          id,
          'It could not be begun, for a reason that the log of the server tells.',
        ).catch(() => {});
      goOn();
    }
  }
}

// Next's dev server evaluates modules anew on each change; the process must outlive that.
const kept = globalThis as { pillarwatchImports?: ImportProcess };

async function start(id: number, kind: Job['kind'], by: Author | null): Promise<void> {
  if (!kept.pillarwatchImports || kept.pillarwatchImports.gone) kept.pillarwatchImports = new ImportProcess();
  await kept.pillarwatchImports.ask({ id, kind, by });
}

/** Reads the file by its mapping and compares it with the record. The page follows it from where it has begun. */
export const startCheck = (id: number): Promise<void> => start(id, 'check', null);

/** Writes what was checked; the file is then no longer needed. */
export const startApply = (id: number, by: Author | null): Promise<void> => start(id, 'apply', by);

/** Takes an import back. */
export const startUndo = (id: number, by: Author): Promise<void> => start(id, 'undo', by);
