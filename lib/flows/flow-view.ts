import { firstOfMonth, shiftMonth, type Day } from '@/lib/days';
import type { Filters } from '@/lib/filters';
import { isWithin } from '@/lib/places';
import { directionOf, type Flow } from './flow-sums';

/** What a reader asks of flows beside the filters. */
export interface FlowQuestion {
  /** The place from which they are looked at; null for all flows. */
  of: string | null;
  /** First day of the one month shown; null for all. */
  month: Day | null;
  /** The measure and unit that is added up; null where events are counted. */
  amount: string | null;
}

/** What a flow weighs: events, or the chosen amount. */
export const weightOf = (
  flow: Pick<Flow, 'events' | 'amount'>,
  { amount }: Pick<FlowQuestion, 'amount'>,
): number => (amount === null ? flow.events : flow.amount);

const byCodes = (a: Flow, b: Flow): number =>
  a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1;

/**
 * The same flows without months: a sum for each pair of places, in the order of their codes, so that the same record always
 * makes the same picture: the database gives its rows in any order.
 */
export function sumPairs(flows: readonly Flow[]): Flow[] {
  const pairs = new Map<string, Flow>();
  for (const flow of flows) {
    const key = `${flow.from}>${flow.to}`;
    const known = pairs.get(key);
    if (!known) pairs.set(key, { ...flow });
    else for (const name of ['events', 'reported', 'amount', 'given'] as const) known[name] += flow[name];
  }
  return [...pairs.values()].sort(byCodes);
}

/** The flows that a question shows: of its month, and touching its place. */
export function shownFlows(flows: readonly Flow[], { of, month }: FlowQuestion): Flow[] {
  return flows.filter(
    (flow) => (month === null || flow.month === month) && (of === null || directionOf(flow, of) !== 'past'),
  );
}

/** What left and reached a place in a month; where no place is chosen all flows are `out`. */
export interface FlowMonth {
  month: Day;
  out: number;
  in: number;
}

const MOST_MONTHS = 24;

/** Every month of the dates chosen, or from the first to the last flow, empty ones too; of a longer time the last two years. */
export function flowMonths(
  flows: readonly Flow[],
  question: FlowQuestion,
  dates: Pick<Filters, 'from' | 'to'>,
): FlowMonth[] {
  const touching = shownFlows(flows, { ...question, month: null });
  const start = touching[0]?.month;
  if (start === undefined) return [];
  // Not sorted: of a large record there are as many flows as events.
  const earliest = touching.reduce((least, { month }) => (month < least ? month : least), start);
  const latest = touching.reduce((most, { month }) => (month > most ? month : most), start);
  const first = dates.from ? firstOfMonth(dates.from) : earliest;
  const last = dates.to ? firstOfMonth(dates.to) : latest;
  const months: FlowMonth[] = [];
  for (let n = 0; n < MOST_MONTHS; n++) {
    const month = shiftMonth(last, -n);
    if (month < first) break;
    months.unshift({ month, out: 0, in: 0 });
  }
  const places = new Map(months.map((one) => [one.month, one]));
  for (const flow of touching) {
    const month = places.get(flow.month);
    if (!month) continue;
    const direction = question.of === null ? 'out' : directionOf(flow, question.of);
    if (direction === 'out' || direction === 'in') month[direction] += weightOf(flow, question);
  }
  return months;
}

/** The name under which an end of a flow is shown where a place is looked from: that place, for all that lies in it. */
export const endOf = (code: string, of: string | null): string =>
  of !== null && isWithin(code, of) ? of : code;
