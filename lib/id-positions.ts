import type { IdSet } from './id-set';

/** Positions that are kept, of all sets together: 64 MB, or the last set where it alone has more. */
const MOST_KEPT = 16_000_000;

/**
 * Where the events with some ids stand in an index: found once for a set of ids, since who zooms asks again and again under
 * the same words. The sets asked about last are kept.
 */
export class IdPositions {
  readonly #kept = new Map<IdSet, Int32Array>();
  #size = 0;

  /** @param id ids in the order of the index */
  constructor(
    readonly id: Int32Array,
    readonly mostKept = MOST_KEPT,
  ) {}

  /** In order; not to be changed by who gets them. */
  of(ids: IdSet): Int32Array {
    const found = this.#kept.get(ids) ?? this.#find(ids);
    // The last asked about is the last to go.
    this.#kept.delete(ids);
    this.#kept.set(ids, found);
    return found;
  }

  #find(ids: IdSet): Int32Array {
    const { id } = this;
    let n = 0;
    for (let at = 0; at < id.length; at++) if (ids.has(id[at]!)) n++;
    const found = new Int32Array(n);
    for (let at = 0, i = 0; i < n; at++) if (ids.has(id[at]!)) found[i++] = at;
    this.#size += n;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= this.mostKept) break;
      this.#kept.delete(oldest);
      this.#size -= length;
    }
    return found;
  }
}
