import { traitSums } from './combo-sums';
import type { EventIndex } from './event-index';
import type { Filters } from './filters';
import type { IdSet } from './id-set';
import type { IndexBase } from './index-base';
import type { IndexRow } from './index-columns';
import { questionOf, rowFails, touches, traitFails, type Question } from './pass-tables';
import { places } from './places';
import { passes, select, selectedSums, type Fails, type Selection } from './selection';
import type { LaneBy } from './timeline';
import { startAt } from './index-base';
import { rankedPlaces } from './timeline-lanes';
import type { LaneHead } from './timeline-stretch';
import { eventTypes, pillarTerms, typeTerms } from './vocabulary';

/** A question about an index, prepared: what passes, but for the days. */
export interface Asked {
  index: EventIndex;
  question: Question;
  fails: Fails;
  ids: IdSet | null;
  /** Positions of the base's events that have these ids and pass, in order; null where no ids are asked for. */
  passing: Int32Array | null;
}

export function askedOf(index: EventIndex, filters: Filters, ids: IdSet | null): Asked {
  const { base } = index;
  const question = questionOf(index, filters);
  const fails = { place: question.pass.place, trait: traitFails(question, base.traits) };
  const all = ids && base.positions.of(ids);
  const isOpen = [fails.place, fails.trait].every((table) => table.every((one) => one === 0));
  const passing = all && !isOpen ? all.filter((at) => passes(base, fails, at)) : all;
  return { index, question, fails, ids, passing };
}

/**
 * The base's events that touch both the days of the question and those from `from` to `to`, both included. Intervals of
 * which every two meet have a day in common (Helly), so those that touch the days common to both are all. Where ids are
 * asked for, those that start within the days are known to pass.
 */
export function selected(asked: Asked, from: number, to: number): Selection {
  const { question, ids, passing } = asked;
  const { base } = asked.index;
  const days = { ...question, from: Math.max(question.from, from), to: Math.min(question.to, to) };
  const selection = select(base, days, ids, passing);
  // Where the two have no day in common, what reaches over the gap between them remains.
  if (days.from <= days.to) return selection;
  const isOver = (at: number): boolean => startAt(base, at) <= days.to;
  return {
    ...selection,
    reaching: selection.reaching.filter(isOver),
    reachingEnd: selection.reachingEnd.filter((_, i) => isOver(selection.reaching[i]!)),
  };
}

/** Rows beside the base that pass and touch the days, each with 1, or -1 where it is to be taken away. */
export function* changedRows(
  { index: { added, removed }, question, ids }: Asked,
  from: number,
  to: number,
): Generator<[IndexRow, 1 | -1]> {
  for (const [rows, n] of [
    [removed, -1],
    [added, 1],
  ] as const)
    for (const row of rows.values())
      if (
        row.start <= to &&
        row.end >= from &&
        touches(question, row) &&
        rowFails(question, row) === 0 &&
        (ids?.has(row.id) ?? true)
      )
        yield [row, n];
}

/** How many events pass and touch the days, both included. */
export function countTouching(asked: Asked, from: number, to: number): number {
  const { base } = asked.index;
  let sum = 0;
  for (const [, n] of changedRows(asked, from, to)) sum += n;
  const selection = selected(asked, from, to);
  if (selection.chosen !== null) {
    const reaching = selection.reaching.filter((at) => passes(base, asked.fails, at));
    return sum + selection.chosen.length + reaching.length;
  }
  const sums = traitSums(base, selectedSums(base, selection), asked.fails.place);
  return sums.reduce((all, n, t) => (asked.fails.trait[t] === 0 ? all + n : all), sum);
}

const comboPasses = ({ comboPlace, comboTrait }: IndexBase, { place, trait }: Fails, c: number): boolean =>
  trait[comboTrait[c]!] === 0 && place[comboPlace[c]!] === 0;

type Kind = Pick<IndexRow, 'pillarMask' | 'type' | 'place'>;

/** What an event at a combination is told apart by. */
const kindOf = ({ comboPlace, comboTrait, traits }: IndexBase, c: number): Kind => ({
  pillarMask: traits.pillarMask[comboTrait[c]!]!,
  type: traits.type[comboTrait[c]!]!,
  place: comboPlace[c]!,
});

const codeOf: Record<LaneBy, (kind: Kind) => number> = {
  pillar: ({ pillarMask }) => pillarMask,
  type: ({ type }) => type,
  region: ({ place }) => place,
};
const codes: Record<LaneBy, number> = {
  pillar: 1 << pillarTerms.length,
  type: eventTypes.length,
  region: places.length,
};

/** Events that pass, by pillar mask, type or place. */
function totalsBy(asked: Asked, by: LaneBy): Uint32Array {
  const { base } = asked.index;
  const totals = new Uint32Array(codes[by]);
  const sums = selectedSums(base, selected(asked, -Infinity, Infinity));
  for (let c = 0; c < base.comboTrait.length; c++)
    if (sums[c]! > 0 && comboPasses(base, asked.fails, c)) totals[codeOf[by](kindOf(base, c))]! += sums[c]!;
  for (const [row, n] of changedRows(asked, -Infinity, Infinity)) totals[codeOf[by](row)]! += n;
  return totals;
}

type Name = Omit<LaneHead, 'first' | 'last'>;

function pillarNames(totals: Uint32Array): Name[] {
  return pillarTerms.map(({ code, label }, i) => ({
    key: code,
    label,
    pillar: i,
    total: totals.reduce((sum, n, mask) => (mask & (1 << i) ? sum + n : sum), 0),
  }));
}

const typeNames = (totals: Uint32Array): Name[] =>
  typeTerms
    .map(({ code, label }) => ({
      key: code as string,
      label: label as string,
      pillar: null,
      total: totals[eventTypes.indexOf(code)]!,
    }))
    .filter(({ total }) => total > 0);

function placeNames(totals: Uint32Array): Name[] {
  const some = places.map(({ code, name }, p) => ({
    key: code,
    label: name,
    pillar: null,
    total: totals[p]!,
  }));
  const { shown, rest } = rankedPlaces(some.filter(({ total }) => total > 0));
  const total = rest.reduce((sum, lane) => sum + lane.total, 0);
  return total === 0 ? shown : [...shown, { key: 'other', label: 'Other places', pillar: null, total }];
}

const namesOf: Record<LaneBy, (totals: Uint32Array) => Name[]> = {
  pillar: pillarNames,
  type: typeNames,
  region: placeNames,
};

/** The lanes of a question, and into which of them each event goes. */
export interface LaneGroups {
  names: readonly Name[];
  /** Events that pass, each once. */
  total: number;
  /** For each pillar mask, type or place, the lanes it stands in. */
  lanesOf: readonly (readonly number[])[];
  /** The group of an event: its pillar mask, its type, or the lane of its place. */
  groupOf(kind: Kind): number;
  /** The group of each combination; NO_GROUP where it does not pass. */
  comboGroup: Uint8Array;
}

export const NO_GROUP = 255;

/** Lanes and groups for a question; at most 16 groups, however many places there are. */
export function laneGroups(asked: Asked, by: LaneBy): LaneGroups {
  const { base } = asked.index;
  const totals = totalsBy(asked, by);
  const names = namesOf[by](totals);
  const laneAt = new Map(names.map(({ key }, lane) => [key, lane]));
  const other = laneAt.get('other') ?? 0;
  const placeLane = Uint8Array.from(places, ({ code }) => laneAt.get(code) ?? other);
  const typeLane = (type: number): number[] =>
    [laneAt.get(eventTypes[type]!)].filter((lane) => lane !== undefined);
  const groupOf = (kind: Kind): number => (by === 'region' ? placeLane[kind.place]! : codeOf[by](kind));
  const lanesOf = {
    pillar: () =>
      Array.from({ length: codes.pillar }, (_, mask) =>
        names.map((_name, i) => i).filter((i) => mask & (1 << i)),
      ),
    type: () => eventTypes.map((_, type) => typeLane(type)),
    region: () => names.map((_, lane) => [lane]),
  }[by]();
  const comboGroup = new Uint8Array(base.comboTrait.length);
  for (let c = 0; c < comboGroup.length; c++)
    comboGroup[c] = comboPasses(base, asked.fails, c) ? groupOf(kindOf(base, c)) : NO_GROUP;
  return { names, total: totals.reduce((sum, n) => sum + n, 0), lanesOf, groupOf, comboGroup };
}
