import type { Traits } from './index-base';
import type { IndexColumns } from './index-columns';
import { places } from './places';
import { confidences, datings, eventTypes, pillars } from './vocabulary';

const MASKS = 1 << pillars.length;
const SETS = 256;

/** Positions of the columns by start day, then id. A sort by counting: it takes one pass a key, not n log n. */
export function inOrder({ size, id, start }: IndexColumns, firstDay: number, days: number) {
  const before = new Int32Array(days + 1);
  for (let i = 0; i < size; i++) before[start[i]! - firstDay + 1]!++;
  for (let d = 0; d < days; d++) before[d + 1]! += before[d]!;
  const byId = Uint32Array.from({ length: size }, (_, i) => i);
  // From the database they come by id already.
  if (id.some((one, i) => i > 0 && id[i - 1]! > one)) byId.sort((a, b) => id[a]! - id[b]!);
  const next = before.slice(0, days);
  const order = new Uint32Array(size);
  for (const i of byId) order[next[start[i]! - firstDay]!++] = i;
  return { before, order };
}

/** Numbers the traits that occur, and gives each event its own. */
export function traitsOf(columns: IndexColumns): { traits: Traits; trait: Uint16Array } {
  const { size, type, pillarMask, confidence, dating, set } = columns;
  const width = eventTypes.length * MASKS * confidences.length * datings.length * SETS;
  const numbers = new Int32Array(width).fill(-1);
  const first: number[] = [];
  const trait = new Uint16Array(size);
  for (let i = 0; i < size; i++) {
    const key =
      (((type[i]! * MASKS + pillarMask[i]!) * confidences.length + confidence[i]!) * datings.length +
        dating[i]!) *
        SETS +
      set[i]!;
    if (numbers[key] === -1) numbers[key] = first.push(i) - 1;
    trait[i] = numbers[key]!;
  }
  const pick = (column: Uint8Array): Uint8Array => Uint8Array.from(first, (i) => column[i]!);
  return {
    trait,
    traits: {
      size: first.length,
      type: pick(type),
      pillarMask: pick(pillarMask),
      confidence: pick(confidence),
      dating: pick(dating),
      set: pick(set),
    },
  };
}

/** Numbers the combinations of place and trait that occur, by place and then by trait. */
export function combosOf({ size, place }: IndexColumns, trait: Uint16Array, traits: number) {
  const numbers = new Int32Array(places.length * traits).fill(-1);
  for (let i = 0; i < size; i++) numbers[place[i]! * traits + trait[i]!] = 0;
  const placeCombos = new Int32Array(places.length + 1);
  const comboTrait: number[] = [];
  for (let p = 0; p < places.length; p++) {
    for (let t = 0; t < traits; t++) {
      const key = p * traits + t;
      if (numbers[key] === 0) numbers[key] = comboTrait.push(t) - 1;
    }
    placeCombos[p + 1] = comboTrait.length;
  }
  const comboPlace = new Uint16Array(comboTrait.length);
  for (let p = 0; p < places.length; p++) comboPlace.fill(p, placeCombos[p], placeCombos[p + 1]);
  return { numbers, placeCombos, comboPlace, comboTrait: Uint16Array.from(comboTrait) };
}
