import type { IndexBase, Traits } from './index-base';
import type { IndexColumns } from './index-columns';
import { places } from './places';
import { confidences, datings, eventTypes, pillars } from './vocabulary';

const MASKS = 1 << pillars.length;
const SETS = 256;

/** Bits of an id that are sorted by at once. */
const BITS = 11;

/** Positions by id: a sort by counting, some bits at a time. */
function byId(id: Int32Array): Uint32Array {
  let order = new Uint32Array(id.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  // From the database they may come by id already.
  if (id.every((one, i) => i === 0 || id[i - 1]! <= one)) return order;
  for (let shift = 0; shift < 32; shift += BITS) {
    const mask = (1 << BITS) - 1;
    const next = new Uint32Array(mask + 2);
    for (let i = 0; i < id.length; i++) next[((id[i]! >>> shift) & mask) + 1]!++;
    for (let key = 0; key < mask; key++) next[key + 1]! += next[key]!;
    const sorted = new Uint32Array(id.length);
    for (let i = 0; i < order.length; i++) sorted[next[(id[order[i]!]! >>> shift) & mask]!++] = order[i]!;
    order = sorted;
  }
  return order;
}

/** Positions of the columns by start day, then id. A sort by counting: it takes one pass a key, not n log n. */
export function inOrder({ size, id, start }: IndexColumns, firstDay: number, days: number) {
  const before = new Int32Array(days + 1);
  for (let i = 0; i < size; i++) before[start[i]! - firstDay + 1]!++;
  for (let d = 0; d < days; d++) before[d + 1]! += before[d]!;
  const next = before.slice(0, days);
  const order = new Uint32Array(size);
  for (const i of byId(id)) order[next[start[i]! - firstDay]!++] = i;
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

/** Numbers the combinations of trait and place that occur, by trait and then by place. */
export function combosOf({ size, place }: IndexColumns, trait: Uint16Array, traits: number) {
  const numbers = new Int32Array(traits * places.length).fill(-1);
  for (let i = 0; i < size; i++) numbers[trait[i]! * places.length + place[i]!] = 0;
  const traitCombos = new Int32Array(traits + 1);
  const found: { trait: number[]; place: number[] } = { trait: [], place: [] };
  for (let t = 0; t < traits; t++) {
    for (let p = 0; p < places.length; p++) {
      const key = t * places.length + p;
      if (numbers[key] === -1) continue;
      numbers[key] = found.trait.push(t) - 1;
      found.place.push(p);
    }
    traitCombos[t + 1] = found.trait.length;
  }
  const comboPlace = Uint16Array.from(found.place);
  return {
    numbers,
    traitCombos,
    comboPlace,
    comboTrait: Uint16Array.from(found.trait),
    ...byPlace(comboPlace),
  };
}

/** The combinations of each place. */
function byPlace(comboPlace: Uint16Array): Pick<IndexBase, 'placeCombos' | 'placeCombo'> {
  const placeCombos = new Int32Array(places.length + 1);
  for (const p of comboPlace) placeCombos[p + 1]!++;
  for (let p = 0; p < places.length; p++) placeCombos[p + 1]! += placeCombos[p]!;
  const next = placeCombos.slice();
  const placeCombo = new Int32Array(comboPlace.length);
  for (const [c, p] of comboPlace.entries()) placeCombo[next[p]!++] = c;
  return { placeCombos, placeCombo };
}
