import { eventsWith, partsOf, type ExportEvents } from '@/lib/export/export-event';
import type { DownloadProgress, DownloadState } from '@/lib/export/progress';

/** A file on its way to somebody who wants to see how far it is: told what happens, asked how it stands. */
export class Download {
  readonly #begun = Date.now();
  readonly #stop = new AbortController();
  #ended: number | null = null;
  #state: DownloadState = 'running';
  #problem: string | null = null;
  #of: number | null = null;
  #passes = 1;
  #taken = 0;
  #bytes = 0;

  /** Aborted where the asker wants no more of it. */
  get stopped(): AbortSignal {
    return this.#stop.signal;
  }

  /** How many events it will hold, and how many times it goes through them: a workbook does once for each sheet. */
  counted(of: number, passes: number): void {
    this.#of = of;
    this.#passes = passes;
  }

  sent(bytes: number): void {
    this.#bytes += bytes;
  }

  /** That nothing more comes, and why; what is told after that changes nothing. */
  ended(state: 'finished' | 'failed' | 'cancelled', problem: string | null = null): void {
    if (this.#ended !== null) return;
    this.#ended = Date.now();
    this.#state = state;
    this.#problem = problem;
  }

  /** Ends what is sent, in the middle: the asker's browser is told that the file is not whole. */
  cancel(): void {
    this.ended('cancelled');
    this.#stop.abort();
  }

  /** The events as they are, each noted as it is taken. */
  noting(events: ExportEvents): ExportEvents {
    return {
      [Symbol.asyncIterator]: () => this.#noted(events),
      only: (parts) => this.#noted(eventsWith(events, ...parts)),
      partsAlone: (parts) => this.#noted(partsOf(events, ...parts)),
    };
  }

  async *#noted<Taken>(all: AsyncIterable<Taken>): AsyncGenerator<Taken> {
    for await (const one of all) {
      this.#taken += 1;
      yield one;
    }
  }

  /** When it ended, in milliseconds of the clock; null while it runs. */
  get endedAt(): number | null {
    return this.#ended;
  }

  progress(): DownloadProgress {
    return {
      state: this.#state,
      done: this.#ended !== null,
      rows: Math.floor(this.#taken / this.#passes),
      of: this.#of,
      bytes: this.#bytes,
      seconds: ((this.#ended ?? Date.now()) - this.#begun) / 1000,
      problem: this.#problem,
    };
  }
}
