import { dayNumber } from './days';
import type { Cursor, Sort } from './event-sort';
import type { EventIndex } from './event-index';
import type { Filters } from './filters';
import type { IdSet } from './id-set';
import { positionOf, startAt, type IndexBase } from './index-base';
import { questionOf, rowFails, touches, traitFails, type Question } from './pass-tables';
import { places } from './places';
import { passes, select, type Selection } from './selection';
import { countBelow } from './timeline-search';
import { labelOf, eventTypes, typeTerms } from './vocabulary';

interface Request {
  sort: Sort;
  /** The page holds what comes after this place in the order; from the start where it is null. */
  after: Cursor | null;
  limit: number;
}

/** Before, at or after: by start day, then id. */
const compare = (a: { day: number; id: number }, b: { day: number; id: number }): number =>
  a.day - b.day || a.id - b.id;

interface Placed {
  id: number;
  /** Start day, as a day number. */
  day: number;
}

/** The first position whose event comes after a place in the order of the base. */
function positionBeyond(base: IndexBase, { day, id }: Placed): number {
  const [low, high] = [positionOf(base, day), positionOf(base, day + 1)];
  return low + countBelow(base.id.subarray(low, high), id + 1);
}

/** Selected positions in order, those that reach into the days first, since they start before. */
function* positions({ low, high, chosen, reaching }: Selection, from: number): Generator<number> {
  for (const at of [...reaching].sort((a, b) => a - b)) if (at >= from) yield at;
  if (chosen) for (let i = countBelow(chosen, from); i < chosen.length; i++) yield chosen[i]!;
  else for (let at = Math.max(low, from); at < high; at++) yield at;
}

/** The same from the last to the first, before a position. */
function* backwards({ low, high, chosen, reaching }: Selection, to: number): Generator<number> {
  if (chosen) for (let i = countBelow(chosen, to) - 1; i >= 0; i--) yield chosen[i]!;
  else for (let at = Math.min(high, to) - 1; at >= low; at--) yield at;
  for (const at of [...reaching].sort((a, b) => b - a)) if (at < to) yield at;
}

/** Passing events by date beyond a place: what the base holds and what has been added since, at most `limit`. */
function byDate(
  { base, added, removed }: EventIndex,
  question: Question,
  ids: IdSet | null,
  { descending, after, limit }: { descending: boolean; after: Placed | null; limit: number },
): Placed[] {
  const fails = { place: question.pass.place, trait: traitFails(question, base.traits) };
  const selection = select(base, question, ids);
  const way = descending
    ? backwards(selection, after ? positionBeyond(base, { ...after, id: after.id - 1 }) : base.size)
    : positions(selection, after ? positionBeyond(base, after) : 0);
  const found: Placed[] = [];
  for (const at of way) {
    if (found.length === limit) break;
    if (passes(base, fails, at) && !removed.has(base.id[at]!))
      found.push({ id: base.id[at]!, day: startAt(base, at) });
  }
  const sign = descending ? -1 : 1;
  for (const row of added.values()) {
    const placed = { id: row.id, day: row.start };
    const isBeyond = after === null || sign * compare(placed, after) > 0;
    if (isBeyond && rowFails(question, row) === 0 && touches(question, row) && (ids?.has(row.id) ?? true))
      found.push(placed);
  }
  return found.sort((a, b) => sign * compare(a, b)).slice(0, limit);
}

interface Key {
  name: string;
  /** The question for events of this key alone. */
  question: Question;
}

/** The values of a column that a list is sorted by, in order of their names, as far as they pass. */
function keysOf({ pass, ...rest }: Question, by: 'type' | 'place'): Key[] {
  const names =
    by === 'type' ? eventTypes.map((code) => labelOf(typeTerms, code)) : places.map(({ name }) => name);
  const only = (i: number): Uint8Array => Uint8Array.from(pass[by], (fails, j) => (j === i ? fails : 255));
  return names
    .map((name, i) => ({ name, i }))
    .filter(({ i }) => pass[by][i] === 0)
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.i - b.i)
    .map(({ name, i }) => ({ name, question: { ...rest, pass: { ...pass, [by]: only(i) } } }));
}

/**
 * A page of the events that pass, by id and with the cursor of each, in the order of the sort and within one value by start
 * day and id. Costs by the events that are passed over on the way to the page's own, not by how deep the page is.
 */
export function passingPage(
  index: EventIndex,
  filters: Filters,
  ids: IdSet | null,
  { sort, after, limit }: Request,
): (Placed & { key: string })[] {
  const question = questionOf(index, filters);
  const { by, descending } = sort;
  const at = after && { day: dayNumber(after.day), id: after.id };
  if (by === 'date')
    return byDate(index, question, ids, { descending, after: at, limit }).map((placed) => ({
      ...placed,
      key: '',
    }));
  const keys = descending ? keysOf(question, by).reverse() : keysOf(question, by);
  const sign = descending ? -1 : 1;
  const page: (Placed & { key: string })[] = [];
  for (const { name, question: own } of keys) {
    const order = after === null ? 1 : sign * name.localeCompare(after.key, 'en');
    if (order < 0 || page.length >= limit) continue;
    const found = byDate(index, own, ids, {
      descending,
      after: order === 0 ? at : null,
      limit: limit - page.length,
    });
    page.push(...found.map((placed) => ({ ...placed, key: name })));
  }
  return page;
}
