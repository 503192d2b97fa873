import type { IndexBase } from './index-base';
import { countBelow } from './timeline-search';

/** Days on which events end after the base's last start, for which the table has room. */
const AFTER = 400;

/** The bins of days between edges, looked up in a table for the days of a base: a search an event would be felt. */
export class DayBins {
  readonly #table: Int32Array;
  readonly #first: number;

  /** @param edges first days of the bins, and the day after the last */
  constructor(
    readonly edges: readonly number[],
    { firstDay, before }: Pick<IndexBase, 'firstDay' | 'before'>,
  ) {
    this.#first = firstDay;
    this.#table = new Int32Array(before.length + AFTER).fill(-1);
    for (let bin = 0; bin + 1 < edges.length; bin++)
      this.#table.fill(bin, Math.max(0, edges[bin]! - firstDay), Math.max(0, edges[bin + 1]! - firstDay));
  }

  /** The bin of a day; -1 outside the edges. */
  of(day: number): number {
    const known = this.#table[day - this.#first];
    if (known !== undefined) return known;
    const { edges } = this;
    return day < edges[0]! || day >= edges.at(-1)! ? -1 : countBelow(edges, day + 1) - 1;
  }
}
