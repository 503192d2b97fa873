/** A set of small whole numbers, one bit each: what a search answers, and what the index asks for every event. */
export class IdSet {
  /**
   * Not private: sets are kept for the whole process, and pages and handlers are built apart, each with a class of this name; two sets
   * that meet may be of different ones, which could not read each other.
   */
  readonly bits: Uint8Array;

  /** `highest`: the largest number that it can hold. */
  constructor(highest: number) {
    this.bits = new Uint8Array((highest >> 3) + 1);
  }

  static of(ids: Iterable<number>): IdSet {
    const list = [...ids];
    const set = new IdSet(list.reduce((most, id) => Math.max(most, id), 0));
    for (const id of list) set.add(id);
    return set;
  }

  add(id: number): void {
    this.bits[id >> 3]! |= 1 << (id & 7);
  }

  /** False for numbers above the highest too. */
  has(id: number): boolean {
    return (this.bits[id >> 3]! & (1 << (id & 7))) !== 0;
  }

  /** The numbers that both hold. */
  and(other: IdSet): IdSet {
    const both = new IdSet(Math.min(this.bits.length, other.bits.length) * 8 - 1);
    for (let i = 0; i < both.bits.length; i++) both.bits[i] = this.bits[i]! & other.bits[i]!;
    return both;
  }
}
