import { steps } from './timeline-calendar';
import { countBelow } from './timeline-search';
import { edgesOf, stepAcross } from './timeline-stretch';
import type { Span } from './timeline';

/**
 * A tile of cumulative counts: for each bar of the breakdowns, how many events begin and end in each bin of a view. The
 * bar's count for any run of bins is then two look-ups, whatever the number of events, so that marking dates repaints the
 * breakdowns within a frame (prefix sums: Moritz et al., "Falcon", CHI 2019). Where Falcon counts points, events here
 * last: those that touch the days are the starts before their end less the ends before their beginning, exact.
 */
export interface CountTile {
  /** First days of the bins, and the day after the last. */
  edges: readonly number[];
  /** For each bar: its events that reach into the first bin; and those that begin, and end, before each edge. */
  bars: ReadonlyMap<string, { before: number; starts: Uint32Array; ends: Uint32Array }>;
}

/** A bin is a day in views of up to 510 days; in longer ones the finest step that keeps within these. */
export const MAX_TILE_BINS = 512;
/** All events, the pillars, the types, and at most 16 places. */
export const MAX_TILE_BARS = 1 + 4 + 12 + 16;
const HEADER_BYTES = 4096;
/** The most that a tile has before compression: 139 KB, whatever the record. Four bytes a count. */
export const MAX_TILE_BYTES = MAX_TILE_BARS * (2 * MAX_TILE_BINS + 1) * 4 + HEADER_BYTES;

/** Position of the step of a tile's bins. */
export const tileStep = (view: Span): number => steps.indexOf(stepAcross(view, MAX_TILE_BINS - 2));

export const tileEdges = (view: Span): number[] => edgesOf(steps[tileStep(view)]!, view, view);

/** What a tile's counts are called: `pillar:prevent`, `region:GB`, `all`; `region:` for what no single place stands for. */
export const barKey = (filter: string, code: string | null): string => `${filter}:${code ?? ''}`;
export const ALL_BARS = 'all';

/** Counts as they are made: by bar, then by bin, each bin by itself. */
export interface TileCounts {
  view: Span;
  keys: readonly string[];
  before: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
}

/** The tile as bytes: the length of the header, the header as JSON filled up with blanks, and the counts. */
export function encodeTile({ view, keys, before, starts, ends }: TileCounts): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify({ view, keys }));
  const header = new Uint8Array(Math.ceil(text.length / 4) * 4).fill(0x20);
  header.set(text);
  if (header.length + 4 > HEADER_BYTES) throw new RangeError(`A tile's header has ${header.length} bytes`);
  const bytes = new Uint8Array(4 + header.length + (before.length + starts.length + ends.length) * 4);
  const view32 = new DataView(bytes.buffer);
  view32.setUint32(0, header.length, true);
  bytes.set(header, 4);
  let at = 4 + header.length;
  for (const counts of [before, starts, ends])
    for (const n of counts) {
      view32.setUint32(at, n, true);
      at += 4;
    }
  return bytes;
}

/** Sums before each edge. */
function cumulated(data: DataView, at: number, bins: number): Uint32Array {
  const sums = new Uint32Array(bins + 1);
  for (let bin = 0; bin < bins; bin++) sums[bin + 1] = sums[bin]! + data.getUint32(at + bin * 4, true);
  return sums;
}

/** Reads what encodeTile has written. */
export function decodeTile(buffer: ArrayBuffer): CountTile {
  const data = new DataView(buffer);
  const length = data.getUint32(0, true);
  const text = new TextDecoder().decode(new Uint8Array(buffer, 4, length));
  const { view, keys } = JSON.parse(text) as Pick<TileCounts, 'view' | 'keys'>;
  const edges = tileEdges(view);
  const bins = edges.length - 1;
  const first = 4 + length;
  const row = (list: number, bar: number): number =>
    first + (keys.length * (1 + list * bins) + bar * bins) * 4;
  return {
    edges,
    bars: new Map(
      keys.map((key, bar) => [
        key,
        {
          before: data.getUint32(first + bar * 4, true),
          starts: cumulated(data, row(0, bar), bins),
          ends: cumulated(data, row(1, bar), bins),
        },
      ]),
    ),
  };
}

/** The days grown to whole bins, as far as the tile goes: what can be counted exactly is what is said. */
export function snapped({ edges }: CountTile, { from, to }: Span): Span {
  const last = edges.length - 1;
  const begin = Math.min(last - 1, Math.max(0, countBelow(edges, from + 1) - 1));
  const end = Math.min(last, Math.max(begin + 1, countBelow(edges, to)));
  return { from: edges[begin]!, to: edges[end]! };
}

/** Events of a bar that touch days which begin and end with bins; null where the tile does not have the bar. */
export function countIn({ edges, bars }: CountTile, key: string, { from, to }: Span): number | null {
  const bar = bars.get(key);
  if (!bar) return null;
  return bar.before + bar.starts[countBelow(edges, to)]! - bar.ends[countBelow(edges, from)]!;
}
