import { shareIn, type ColumnDays } from './chart-columns';
import { shiftDay, type Day } from './days';
import type { Params } from './filters';
import { ticksTo } from './series/series-chart';

/** What stands in a panel below a chart: a series of statistics, or an indicator. */
export interface BelowChoice {
  kind: 'series' | 'indicator';
  key: string;
}

/** A measure over time, in order of time. */
export interface Below {
  title: string;
  /** What is counted, and where. */
  words: string;
  source: string;
  /** Its own page, which has its table and its CSV. */
  href: string;
  /** Null where nothing is known; `break`: not to be compared with what comes before. */
  values: { from: Day; to: Day; value: number | null; break: boolean }[];
}

/** What a URL asks for below a chart, as it is written there; '' where it asks for nothing. */
export function askedBelow(params: Params): string {
  const raw =
    params instanceof URLSearchParams ? params.get('below') : Object.hasOwn(params, 'below') && params.below;
  return [raw || ''].flat()[0] ?? '';
}

/** `below=series:prevent-referrals` or `below=indicator:a-slug`; null where there is none or it is neither. */
export function parseBelow(params: Params): BelowChoice | null {
  const found = /^(series|indicator):([a-z0-9-]{1,60})$/.exec(askedBelow(params));
  return found && { kind: found[1] as BelowChoice['kind'], key: found[2]! };
}

/** The one way to write it. */
export const belowText = (choice: BelowChoice | null): string | undefined =>
  choice ? `${choice.kind}:${choice.key}` : undefined;

/** The panel before anything draws it: shares of the chart's width, and of the panel's height from the ground. */
export interface BelowPanel {
  ticks: number[];
  points: { from: number; to: number; mid: number; height: number; value: number }[];
  /** Neighbours that a line joins: positions in `points`. */
  lines: [number, number][];
}

/** A measure over the dates of a chart, on the same axis of time; null where it has nothing in them. */
export function belowPanel(
  { values }: Pick<Below, 'values'>,
  { columns }: { columns: readonly ColumnDays[] },
): BelowPanel | null {
  const first = columns[0]?.from;
  const last = columns.at(-1)?.to;
  if (first === undefined || last === undefined) return null;
  const inside = values.filter(({ from, to }) => to >= first && from <= last);
  const ticks = ticksTo(Math.max(0, ...inside.map(({ value }) => value ?? 0)));
  const top = ticks.at(-1)!;
  const points: BelowPanel['points'] = [];
  const lines: [number, number][] = [];
  let joined = false;
  for (const { from, to, value, break: broken } of inside) {
    if (value !== null && value >= 0) {
      const left = shareIn(columns, from < first ? first : from);
      const right = to >= last ? 1 : shareIn(columns, shiftDay(to, 1));
      points.push({ from: left, to: right, mid: (left + right) / 2, height: value / top, value });
      if (joined && !broken) lines.push([points.length - 2, points.length - 1]);
    }
    joined = value !== null && value >= 0;
  }
  return points.length > 0 ? { ticks, points, lines } : null;
}
