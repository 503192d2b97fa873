import { filterWords } from './filter-words';
import {
  filtersToQuery,
  isFiltered,
  parseFilters,
  type FilterProblem,
  type Filters,
  type Params,
} from './filters';
import { parsePrefixed } from './prefixed-filters';

/** What lies over a chart of events in time: the lockdowns of its places, nothing, or the events of a second filter. */
export type Overlay = { kind: 'lockdowns' } | { kind: 'none' } | { kind: 'events'; filters: Filters };

const lockdowns: Overlay = { kind: 'lockdowns' };

const firstOf = (params: Params, key: string): string => {
  const raw = params instanceof URLSearchParams ? params.get(key) : Object.hasOwn(params, key) && params[key];
  return [raw || ''].flat()[0] ?? '';
};

const unread = (over: string): FilterProblem => ({
  key: 'over',
  value: over,
  message: `“${over.slice(0, 60)}” asks for no events`,
});

/**
 * The overlay of a URL: `over=none`, or a second filter as the query that it would be by itself
 * (`over=type%3Dattack%26region%3DFR`); lockdowns where nothing is said. A form says `over=events` and gives the filter as
 * over.type, over.region and so on. Lenient like parseFilters, whose problems it gives. Never throws.
 */
export function parseOverlay(params: Params): { overlay: Overlay; problems: FilterProblem[] } {
  const over = firstOf(params, 'over').trim();
  if (over === '' || over === 'lockdowns') return { overlay: lockdowns, problems: [] };
  if (over === 'none') return { overlay: { kind: 'none' }, problems: [] };
  const read = over === 'events' ? parsePrefixed(params, 'over') : parseFilters(new URLSearchParams(over));
  // A filter of which nothing could be read would ask for everything: nobody did.
  if (!isFiltered(read.filters) && (over !== 'events' || read.problems.length > 0))
    return { overlay: lockdowns, problems: read.problems.length > 0 ? read.problems : [unread(over)] };
  // Which record is asked is the chart's to say.
  return { overlay: { kind: 'events', filters: { ...read.filters, asOf: null } }, problems: read.problems };
}

/** The one way to write the overlay as the parameter `over`; undefined where it is what is shown anyway. */
export function overlayText(overlay: Overlay): string | undefined {
  if (overlay.kind !== 'events') return overlay.kind === 'none' ? 'none' : undefined;
  return filtersToQuery(overlay.filters) || 'events';
}

/**
 * The events that an overlay asks for over a chart under `filters`: within the chart's dates and its day of knowledge, and
 * in its places where the overlay names none.
 */
export function overlaid(own: Filters, { from, to, region, asOf }: Filters): Filters {
  return { ...own, from, to, asOf, region: own.region.length > 0 ? own.region : region };
}

/** What an overlay of events is called, in a key: "over it: Type: Attack; Place: France". */
export function overlayWords(overlay: Overlay): string {
  if (overlay.kind === 'none') return 'nothing';
  if (overlay.kind === 'lockdowns') return 'lockdowns';
  const { filters } = overlay;
  return isFiltered(filters) ? filterWords(filters) : 'all events';
}
