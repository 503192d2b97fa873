import type { Cell } from '../../csv';

type Row = readonly Cell[];

/** Rows to be taken one by one, with a look at whether there is another. */
export class RowSource {
  readonly #rows: AsyncIterator<Row>;
  #held: IteratorResult<Row> | undefined;

  constructor(rows: AsyncIterable<Row>) {
    this.#rows = rows[Symbol.asyncIterator]();
  }

  /** The row that is next; null after the last. */
  async peek(): Promise<Row | null> {
    this.#held ??= await this.#rows.next();
    return this.#held.done ? null : this.#held.value;
  }

  /** Goes on to the row after the one that was looked at. */
  take(): void {
    if (!this.#held?.done) this.#held = undefined;
  }

  /** Leaves the rest. */
  async leave(): Promise<void> {
    await this.#rows.return?.();
  }
}
