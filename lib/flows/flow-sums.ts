import { monthOfDay, firstDayOfMonth } from '@/lib/timeline-calendar';
import { dayFromNumber } from '@/lib/days';
import type { Filters } from '@/lib/filters';
import type { IdSet } from '@/lib/id-set';
import type { IndexColumns } from '@/lib/index-columns';
import { passesAt, questionOf } from '@/lib/pass-tables';
import { countryOf, isWithin, places, placeNumber } from '@/lib/places';
import type { SourceSet } from '@/lib/source-sets';
import { datings, type measures } from '@/lib/vocabulary';

/** What can be added up over events: numbers of one measure in one unit. */
export interface Amount {
  measure: (typeof measures)[number];
  unit: string;
  value: number;
}

/** Every published event that crossed a border, at one state of the record. */
export interface Crossings {
  readonly columns: IndexColumns;
  /** Where each came from, by position in lib/places. */
  readonly origin: Uint16Array;
  /** What their sources count, by id. */
  readonly amounts: ReadonlyMap<number, readonly Amount[]>;
  readonly sets: readonly SourceSet[];
}

/** What went from one place to another in one month. */
export interface Flow {
  from: string;
  to: string;
  /** Its first day. */
  month: string;
  events: number;
  /** Of these, dated only by report. */
  reported: number;
  /** The sum of the chosen amount, and how many of the events give one. */
  amount: number;
  given: number;
}

/** A measure and its unit as one word of a URL: "quantity:tonnes". */
export const amountKey = ({ measure, unit }: Pick<Amount, 'measure' | 'unit'>): string =>
  `${measure}:${unit}`;

const REPORTED = datings.indexOf('reported');
/** A place as a flow names it: its country; a wider region is itself. */
const nodes = places.map(({ code }) => placeNumber(countryOf(code)));
const PLACES = 1024;
const MONTHS = 65_536;

/** Positions of the events that pass the filters: those of the index, and the ids of what it has no column for. */
function passing(crossings: Crossings, filters: Filters, ids: IdSet | null): number[] {
  const { columns } = crossings;
  const question = questionOf(crossings, filters);
  const found: number[] = [];
  for (let at = 0; at < columns.size; at++) {
    if (ids !== null && !ids.has(columns.id[at]!)) continue;
    if (passesAt(question, columns, at)) found.push(at);
  }
  return found;
}

/** Adds an event's amounts to its flow, and to the events that give each. */
function addAmounts(
  given: readonly Amount[],
  flow: Flow,
  amounts: Map<string, number>,
  chosen: string | null,
): void {
  const keys = new Set(given.map(amountKey));
  for (const one of given) if (amountKey(one) === chosen) flow.amount += one.value;
  for (const key of keys) amounts.set(key, (amounts.get(key) ?? 0) + 1);
  if (chosen !== null && keys.has(chosen)) flow.given++;
}

/**
 * Flows between countries by month under the filters, and the amounts that could be shown instead of counts, with the
 * events that give one. An event counts in the month of its first day, or the first of the dates chosen, and in full.
 * Amounts of different units are never added.
 */
export function sumFlows(
  crossings: Crossings,
  filters: Filters,
  ids: IdSet | null,
  amount: string | null,
): { flows: Flow[]; amounts: Map<string, number> } {
  const { columns, origin } = crossings;
  const { from } = questionOf(crossings, filters);
  const flows = new Map<number, Flow>();
  const amounts = new Map<string, number>();
  for (const at of passing(crossings, filters, ids)) {
    const month = monthOfDay(Math.max(columns.start[at]!, from));
    const [a, b] = [nodes[origin[at]!]!, nodes[columns.place[at]!]!];
    const key = (a * PLACES + b) * MONTHS + (month + MONTHS / 2);
    let flow = flows.get(key);
    if (!flow) {
      const day = dayFromNumber(firstDayOfMonth(month));
      flow = {
        from: places[a]!.code,
        to: places[b]!.code,
        month: day,
        events: 0,
        reported: 0,
        amount: 0,
        given: 0,
      };
      flows.set(key, flow);
    }
    flow.events++;
    if (columns.dating[at] === REPORTED) flow.reported++;
    const given = crossings.amounts.get(columns.id[at]!);
    if (given) addAmounts(given, flow, amounts, amount);
  }
  return { flows: [...flows.values()], amounts };
}

/** How a flow lies to the place that a reader looks from. */
export type Direction = 'out' | 'in' | 'within' | 'past';

/** Whether a flow leaves a place, comes to it, stays in it, or does not touch it. */
export function directionOf({ from, to }: Pick<Flow, 'from' | 'to'>, place: string): Direction {
  const [left, came] = [isWithin(from, place), isWithin(to, place)];
  if (left && came) return 'within';
  return left ? 'out' : came ? 'in' : 'past';
}
