import { sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey';
import { placeName } from '@/lib/places';
import { directionOf, type Flow } from './flow-sums';
import { endOf, sumPairs, weightOf, type FlowQuestion } from './flow-view';

export const SANKEY_WIDTH = 900;
/** Room beside the bars for the names of places. */
const NAMES = 210;
const BAR = 12;
const GAP = 22;
/** Height of the greatest month, or of all months together. */
const FULL = 240;
/** Places on each side; the others go together. */
const MOST_PLACES = 10;

export interface SankeyNode {
  readonly label: string;
  readonly value: number;
  readonly side: 'left' | 'middle' | 'right';
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export interface SankeyBand {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly width: number;
  readonly path: string;
  readonly direction: 'in' | 'out';
}

export interface SankeyLayout {
  readonly height: number;
  readonly nodes: readonly SankeyNode[];
  readonly bands: readonly SankeyBand[];
}

interface Link {
  source: string;
  target: string;
  value: number;
  direction: 'in' | 'out';
}

const OTHERS = 'other places';

/** The ends with most on one side of the diagram by name; the rest share one. */
function topEnds(
  pairs: readonly Flow[],
  end: 'from' | 'to',
  question: FlowQuestion,
): (code: string) => string {
  const sums = new Map<string, number>();
  for (const pair of pairs) sums.set(pair[end], (sums.get(pair[end]) ?? 0) + weightOf(pair, question));
  const top = [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, sums.size > MOST_PLACES + 1 ? MOST_PLACES : undefined);
  const names = new Map(top.map(([code]) => [code, placeName(code)]));
  return (code) => names.get(code) ?? OTHERS;
}

/** Links between named ends: from the left to the right, or by way of the place that is looked from. */
function linksOf(flows: readonly Flow[], question: FlowQuestion): Link[] {
  const { of } = question;
  const pairs = sumPairs(flows).filter(
    (pair) => weightOf(pair, question) > 0 && (of === null || directionOf(pair, of) !== 'within'),
  );
  const incoming = pairs.filter((pair) => of !== null && directionOf(pair, of) === 'in');
  const outgoing = pairs.filter((pair) => of === null || directionOf(pair, of) === 'out');
  const senders = topEnds(of === null ? outgoing : incoming, 'from', question);
  const receivers = topEnds(outgoing, 'to', question);
  const links = new Map<string, Link>();
  const add = (source: string, target: string, pair: Flow, direction: Link['direction']): void => {
    const key = JSON.stringify([source, target]);
    const known = links.get(key) ?? { source, target, value: 0, direction };
    links.set(key, { ...known, value: known.value + weightOf(pair, question) });
  };
  for (const pair of incoming)
    add(`left:${senders(pair.from)}`, `middle:${placeName(endOf(pair.to, of))}`, pair, 'in');
  for (const pair of outgoing)
    add(
      of === null ? `left:${senders(pair.from)}` : `middle:${placeName(of)}`,
      `right:${receivers(pair.to)}`,
      pair,
      'out',
    );
  return [...links.values()];
}

const partsOf = (id: string): { side: SankeyNode['side']; label: string } => {
  const at = id.indexOf(':');
  return { side: id.slice(0, at) as SankeyNode['side'], label: id.slice(at + 1) };
};

/** The height at which a unit is drawn `scale` high on the fullest side, with gaps between its bars. */
function heightFor(links: readonly Link[], scale: number): number {
  const sides = new Map<string, { sum: number; names: Set<string> }>();
  for (const { source, target, value } of links)
    for (const id of [source, target]) {
      const side = sides.get(partsOf(id).side) ?? { sum: 0, names: new Set<string>() };
      side.names.add(id);
      side.sum += value;
      sides.set(partsOf(id).side, side);
    }
  return Math.max(1, ...[...sides.values()].map(({ sum, names }) => sum * scale + (names.size - 1) * GAP));
}

/**
 * A Sankey diagram of flows: origins at the left, destinations at the right, between them the place that is looked from.
 * `most`: the weight that is drawn at full height, so that the months of one question have one scale. Flows within the
 * place that is looked from have no band.
 */
export function layoutSankey(flows: readonly Flow[], question: FlowQuestion, most: number): SankeyLayout {
  const links = linksOf(flows, question);
  if (links.length === 0) return { height: 0, nodes: [], bands: [] };
  const height = heightFor(links, FULL / most);
  const ids = [...new Set(links.flatMap(({ source, target }) => [source, target]))];
  const graph = sankey<{ id: string }, Link>()
    .nodeId(({ id }) => id)
    .nodeAlign((node, n) =>
      n < 3 ? sankeyJustify(node, n) : { left: 0, middle: 1, right: 2 }[partsOf(node.id).side],
    )
    .nodeWidth(BAR)
    .nodePadding(GAP)
    .extent([
      [NAMES, GAP / 2],
      [SANKEY_WIDTH - NAMES, height + GAP / 2],
    ])({ nodes: ids.map((id) => ({ id })), links: links.map((link) => ({ ...link })) });
  const path = sankeyLinkHorizontal();
  return {
    height: height + GAP,
    nodes: graph.nodes.map(({ id, value = 0, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => ({
      ...partsOf(id),
      value,
      x0,
      x1,
      y0,
      y1,
    })),
    bands: graph.links.map((link) => ({
      from: partsOf((link.source as { id: string }).id).label,
      to: partsOf((link.target as { id: string }).id).label,
      value: link.value,
      width: link.width ?? 0,
      direction: link.direction,
      path: path(link) ?? '',
    })),
  };
}
