import type { EventIndex } from '@/lib/event-index';
import type { IndexBase } from '@/lib/index-base';
import { datings } from '@/lib/vocabulary';

const SPAN = datings.indexOf('span');

/** Stretches of days: the first and the last day of each. */
export interface Stretches {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * The events of a base by place, then by combination: those of one stand together, in order of their first day, so that a
 * question goes through the events of the combinations that pass and no others. Of each the stretch of its days, a number:
 * most events share theirs with others.
 */
export interface EventsByCombo {
  /** The events of entry i of placeCombo (lib/index-base.ts): from starts[i] to starts[i + 1]. */
  readonly starts: Int32Array;
  readonly id: Int32Array;
  /** A number of `spans` where the combination is dated to a span, else of `known`. */
  readonly stretch: Int32Array;
  /** Single days, one after another, since most events have no other; then the longer ones by first day. */
  readonly known: Stretches;
  /** By first and last day. */
  readonly spans: Stretches;
  /** The last day of all. */
  readonly last: number;
}

/** Numbers stretches as they come, those that begin on one day together. */
class Numbered {
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  /** By length the last stretch that has it. */
  readonly #last: number[] = [];

  add(from: number, length: number): number {
    const last = this.#last[length];
    if (last !== undefined && this.#from[last] === from) return last;
    this.#to.push(from + length);
    return (this.#last[length] = this.#from.push(from) - 1);
  }

  get stretches(): Stretches {
    return { from: Int32Array.from(this.#from), to: Int32Array.from(this.#to) };
  }

  /** The same by first and last day, and of each number the one that it has among those. */
  inOrder(): { stretches: Stretches; rank: Int32Array } {
    const { from, to } = this.stretches;
    const order = Int32Array.from(from.keys()).sort((a, b) => from[a]! - from[b]! || to[a]! - to[b]!);
    const rank = new Int32Array(order.length);
    for (const [i, number] of order.entries()) rank[number] = i;
    return { stretches: { from: order.map((i) => from[i]!), to: order.map((i) => to[i]!) }, rank };
  }
}

/** Days that each event of a base ends after its first. */
function lengthsOf({ before, firstDay, size, spans }: IndexBase): Int32Array {
  const lengths = new Int32Array(size);
  for (const { at, end } of spans) {
    let day = 0;
    // In order of position: the day is the next one that begins beyond it.
    for (let i = 0; i < at.length; i++) {
      while (before[day + 1]! <= at[i]!) day++;
      lengths[at[i]!] = end[i]! - firstDay - day;
    }
  }
  return lengths;
}

/** The stretch of each event, by position, and the stretches. */
function stretchesOf(base: IndexBase): { stretchOf: Int32Array } & Pick<EventsByCombo, 'known' | 'spans'> {
  const { before, firstDay, combo, comboTrait, traits } = base;
  const stretchOf = lengthsOf(base);
  const [known, spans] = [new Numbered(), new Numbered()];
  for (let d = 0; d + 1 < before.length; d++) known.add(firstDay + d, 0);
  for (let d = 0; d + 1 < before.length; d++)
    for (let at = before[d]!; at < before[d + 1]!; at++) {
      const length = stretchOf[at]!;
      if (traits.dating[comboTrait[combo[at]!]!] === SPAN) stretchOf[at] = spans.add(firstDay + d, length);
      else stretchOf[at] = length === 0 ? d : known.add(firstDay + d, length);
    }
  const { stretches, rank } = spans.inOrder();
  for (let at = 0; at < stretchOf.length; at++)
    if (traits.dating[comboTrait[combo[at]!]!] === SPAN) stretchOf[at] = rank[stretchOf[at]!]!;
  return { stretchOf, known: known.stretches, spans: stretches };
}

/** Made once a base, at the first study of it. */
const made = new WeakMap<IndexBase, EventsByCombo>();

export function eventsByCombo(base: IndexBase): EventsByCombo {
  const held = made.get(base);
  if (held) return held;
  const { size, combo, placeCombo } = base;
  const { stretchOf, known, spans } = stretchesOf(base);
  const entryOf = new Int32Array(placeCombo.length);
  for (const [i, c] of placeCombo.entries()) entryOf[c] = i;
  const starts = new Int32Array(placeCombo.length + 1);
  for (let at = 0; at < size; at++) starts[entryOf[combo[at]!]! + 1]!++;
  for (let i = 0; i < placeCombo.length; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice(0, -1);
  const [id, stretch] = [new Int32Array(size), new Int32Array(size)];
  for (let at = 0; at < size; at++) {
    const to = next[entryOf[combo[at]!]!]!++;
    id[to] = base.id[at]!;
    stretch[to] = stretchOf[at]!;
  }
  const last = [known, spans].flatMap(({ to }) => to.reduce((most, day) => Math.max(most, day), -Infinity));
  const events = { starts, id, stretch, known, spans, last: Math.max(...last) };
  made.set(base, events);
  return events;
}

/** Days that hold every day of every event of an index. */
export function daysOf({ base, added }: EventIndex): { from: number; to: number } {
  let [from, to] = [base.firstDay, Math.max(base.firstDay, eventsByCombo(base).last)];
  for (const { start, end } of added.values()) [from, to] = [Math.min(from, start), Math.max(to, end)];
  return { from, to };
}
