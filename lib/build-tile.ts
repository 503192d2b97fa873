import { breakdownOf, partsOf, scopeOf, TOP_BARS, topOf } from './breakdowns';
import { countFacets } from './count-facets';
import { ALL_BARS, barKey, tileEdges, type TileCounts } from './count-tile';
import { DayBins } from './day-bins';
import { startAt, type IndexBase } from './index-base';
import type { EventIndex } from './event-index';
import { withFilters, type Filters } from './filters';
import type { IdSet } from './id-set';
import type { IndexRow } from './index-columns';
import { PILLAR, questionOf, REGION, rowFails, traitFails, TYPE } from './pass-tables';
import { places } from './places';
import { countOf, positionAt, select, type Selection } from './selection';
import { countBelow } from './timeline-search';
import type { Span } from './timeline';
import { eventTypes, pillars } from './vocabulary';

/** More than all bits of filters that an event can fail. */
const FAILS = 64;

type Kind = Pick<IndexRow, 'pillarMask' | 'type' | 'place'>;

/** The bars of the breakdowns, and which of them an event is in. */
interface Bars {
  keys: string[];
  /** The same number for events that are in the same bars. */
  numberOf(kind: Kind, fails: number): number;
  /** @param fails the filters that the event fails, but for its dates */
  of(kind: Kind, fails: number): number[];
}

/** For each place the row of the breakdown by place in which it is; -1 for none. */
function placeRows(rows: readonly { code: string | null }[], scope: string): Int16Array {
  const paths = new Map(places.map(({ code, path }) => [code, path]));
  const parts = partsOf(places.find(({ code }) => code === scope)!).map(({ path }) => path);
  const rest = rows.findIndex(({ code }) => code === null);
  return Int16Array.from(places, ({ path }) => {
    const own = rows.findIndex(({ code }) => code !== null && path.startsWith(paths.get(code)!));
    if (own >= 0) return own;
    return path.startsWith(paths.get(scope)!) && !parts.some((part) => path.startsWith(part)) ? rest : -1;
  });
}

/** An event that fails only the filter of a breakdown counts in it, as in lib/count-facets. */
const countsIn = (fails: number, filter: number): boolean => fails === 0 || fails === filter;

function barsOf(index: EventIndex, filters: Filters, ids: IdSet | null): Bars {
  const counts = countFacets(index, filters, { ids });
  const rows = topOf(breakdownOf(counts, 'regions', filters), TOP_BARS);
  const rowOf = placeRows(rows, scopeOf(counts, filters).code);
  const firstType = 1 + pillars.length;
  const firstPlace = firstType + eventTypes.length;
  return {
    keys: [
      ALL_BARS,
      ...pillars.map((code) => barKey('pillar', code)),
      ...eventTypes.map((code) => barKey('type', code)),
      ...rows.map(({ code }) => barKey('region', code)),
    ],
    numberOf: ({ pillarMask, type, place }, fails) =>
      ((pillarMask * eventTypes.length + type) * (rows.length + 1) + rowOf[place]! + 1) * FAILS + fails,
    of: ({ pillarMask, type, place }, fails) => [
      ...(fails === 0 ? [0] : []),
      ...(countsIn(fails, PILLAR) ? pillars.flatMap((_, p) => (pillarMask & (1 << p) ? [1 + p] : [])) : []),
      ...(countsIn(fails, TYPE) ? [firstType + type] : []),
      ...(countsIn(fails, REGION) && rowOf[place]! >= 0 ? [firstPlace + rowOf[place]!] : []),
    ],
  };
}

/** Each set of bars that events are in together, once: then one count an event does for all of its bars. */
function groupsOf(index: EventIndex, filters: Filters, bars: Bars) {
  const { base } = index;
  const question = questionOf(index, filters);
  const fails = traitFails(question, base.traits);
  const groups: number[][] = [];
  const known = new Map<number, number>();
  const groupOf = (kind: Kind, failed: number): number => {
    const key = bars.numberOf(kind, failed);
    const group = known.get(key) ?? groups.push(bars.of(kind, failed)) - 1;
    known.set(key, group);
    return group;
  };
  const comboGroup = Uint16Array.from(base.comboTrait, (t, c) => {
    const place = base.comboPlace[c]!;
    const kind = { pillarMask: base.traits.pillarMask[t]!, type: base.traits.type[t]!, place };
    return groupOf(kind, fails[t]! | question.pass.place[place]!);
  });
  return { groups, comboGroup, ofRow: (row: IndexRow) => groupOf(row, rowFails(question, row)) };
}

/** Counts events into the bars of their groups. */
class Tile implements TileCounts {
  readonly before: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly bins: number;
  readonly #days: DayBins;

  constructor(
    readonly view: Span,
    readonly keys: readonly string[],
    base: IndexBase,
  ) {
    this.#days = new DayBins(tileEdges(view), base);
    this.bins = this.#days.edges.length - 1;
    this.before = new Uint32Array(keys.length);
    this.starts = new Uint32Array(keys.length * this.bins);
    this.ends = new Uint32Array(keys.length * this.bins);
  }

  /** The bin of a day; -1 outside the view. */
  binOf(day: number): number {
    return this.#days.of(day);
  }

  /** Adds n events that touch the view. */
  add(bars: readonly number[], start: number, end: number, n: number): void {
    const { bins } = this;
    const [first, last] = [this.binOf(start), this.binOf(end)];
    for (const bar of bars) {
      if (first < 0) this.before[bar]! += n;
      else this.starts[bar * bins + first]! += n;
      if (last >= 0) this.ends[bar * bins + last]! += n;
    }
  }
}

/** The base's events that start within the view, by bin and group, each taken for one of a day. */
function countDays(
  { base }: EventIndex,
  tile: Tile,
  { groups, comboGroup }: Groups,
  selection: Selection,
): void {
  const { combo, before, firstDay } = base;
  const counts = new Uint32Array(groups.length);
  let [day, bin, next] = [0, -1, -1];
  const flush = (): void => {
    for (let group = 0; group < counts.length; group++)
      if (counts[group]! > 0) tile.add(groups[group]!, day, day, counts[group]!);
    counts.fill(0);
  };
  for (let i = 0; i < countOf(selection); i++) {
    const at = positionAt(selection, i);
    if (at >= next) {
      const start = startAt(base, at);
      next = before[start - firstDay + 1]!;
      if (tile.binOf(start) !== bin) flush();
      [day, bin] = [start, tile.binOf(start)];
    }
    counts[comboGroup[combo[at]!]!]!++;
  }
  flush();
}

type Groups = ReturnType<typeof groupsOf>;

/** Moves the base's events of more than one day to where they end, and adds those that reach into the view. */
function addSpans(
  { base }: EventIndex,
  tile: Tile,
  { groups, comboGroup }: Groups,
  { low, high, reaching, reachingEnd }: Selection,
  ids: IdSet | null,
): void {
  const asked = (at: number): boolean => ids?.has(base.id[at]!) ?? true;
  const barsAt = (at: number): readonly number[] => groups[comboGroup[base.combo[at]!]!]!;
  for (const span of base.spans) {
    let d = low < high ? startAt(base, low) - base.firstDay : 0;
    for (let i = countBelow(span.at, low); i < span.at.length && span.at[i]! < high; i++) {
      const at = span.at[i]!;
      while (base.before[d + 1]! <= at) d++;
      const start = base.firstDay + d;
      if (tile.binOf(start) === tile.binOf(span.end[i]!) || !asked(at)) continue;
      tile.add(barsAt(at), start, start, -1);
      tile.add(barsAt(at), start, span.end[i]!, 1);
    }
  }
  for (const [i, at] of reaching.entries()) tile.add(barsAt(at), startAt(base, at), reachingEnd[i]!, 1);
}

/**
 * The counts of every bar over a view, under all filters but the dates and the bar's own: what countFacets would say of
 * any run of bins as the dates.
 * @param ids those that pass the filters which only the database can answer
 */
export function buildTile(index: EventIndex, filters: Filters, ids: IdSet | null, view: Span): TileCounts {
  const { base, added, removed } = index;
  const bars = barsOf(index, filters, ids);
  const undated = withFilters(filters, { from: null, to: null });
  const groups = groupsOf(index, undated, bars);
  const tile = new Tile(view, bars.keys, base);
  const selection = select(base, { ...questionOf(index, undated), from: view.from, to: view.to - 1 }, ids);
  countDays(index, tile, groups, selection);
  addSpans(index, tile, groups, selection, ids);
  const changes = [
    [removed, -1],
    [added, 1],
  ] as const;
  for (const [rows, n] of changes)
    for (const row of rows.values())
      if (row.start < view.to && row.end >= view.from && (ids?.has(row.id) ?? true))
        tile.add(groups.groups[groups.ofRow(row)]!, row.start, row.end, n);
  return tile;
}
