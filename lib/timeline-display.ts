import { wrapped } from './chart-text';
import { shapePath } from './shapes';
import { BAND_DATES, BAND_ROW, BAND_TITLE, type BandDrawing } from './timeline-bands';
import { markStyles } from './timeline-lanes';
import { LABEL_TEXT, type Label } from './timeline-labels';
import type { Part } from './timeline-lane-drawing';
import type { LaneScene, Scene } from './timeline-layout';
import { belowOps } from './timeline-below';
import { NOTE_TEXT } from './timeline-notes';
import { pinOps } from './timeline-pin-ops';
import { barEnds, barLayers, heapLayers, markLayers, type Layers } from './timeline-outlines';
import {
  BAND,
  FAINT,
  GROUND,
  INK,
  LINE,
  lanePaint,
  QUIET,
  stylePaint,
  tinted,
  type Paint,
} from './timeline-paint';
import { fitted } from './timeline-text';
import { countOf, formatCount } from './numbers';

/**
 * A drawing as a list of things to paint, back to front. The page paints it as SVG, a gesture on a canvas, a download as
 * a file: three painters that know nothing of events, and one drawing.
 */
export type Op =
  | { kind: 'area'; d: string; paint: Paint; at?: number }
  | { kind: 'line'; d: string; paint: Paint; dash?: readonly number[] }
  | {
      kind: 'text';
      x: number;
      /** The line on which the letters stand. */
      y: number;
      text: string;
      size: number;
      bold?: boolean;
      anchor?: 'start' | 'middle' | 'end';
      paint: Paint;
      /** A rim of this round the letters, to be read over lines. */
      rim?: Paint;
    };

const LANE_TEXT = 15;
const TICK_TEXT = 13;
const BASELINE = 0.35;
const DASHED = [3, 3];
const DOTTED = [1, 4];

const topOf = ({ row }: BandDrawing): number => (row ?? 0) * BAND_ROW;

/** All bands as one area and one line: there can be hundreds. */
function bandOps({ bands, bottom }: Scene): Op[] {
  const edge = (at: number, band: BandDrawing): string => `M${at} ${topOf(band)}V${bottom}`;
  const areas = bands.map((band) => `M${band.x} ${topOf(band)}h${band.width}V${bottom}h${-band.width}z`);
  const edges = bands.flatMap((band) => [
    ...(band.openLeft ? [] : [edge(band.x, band)]),
    ...(band.openRight ? [] : [edge(band.x + band.width, band)]),
  ]);
  return [
    { kind: 'area', d: areas.join(''), paint: BAND },
    { kind: 'line', d: edges.join(''), paint: QUIET, dash: DASHED },
  ];
}

function bandLabelOps(band: BandDrawing): Op[] {
  const { labelX, title, dates } = band;
  const top = topOf(band);
  return [
    {
      kind: 'text',
      x: labelX,
      y: top + 13,
      text: title,
      size: BAND_TITLE,
      bold: true,
      paint: INK,
      rim: BAND,
    },
    { kind: 'text', x: labelX, y: top + 27, text: dates, size: BAND_DATES, paint: QUIET, rim: BAND },
  ];
}

function gridOps({ ticks, top, bottom, lanes, width }: Scene): Op[] {
  const lines = (major: boolean): string =>
    ticks.map((tick) => (tick.major === major ? `M${tick.x.toFixed(1)} ${top}V${bottom + 5}` : '')).join('');
  return [
    { kind: 'line', d: lines(false), paint: FAINT },
    { kind: 'line', d: lines(true), paint: LINE },
    {
      kind: 'line',
      d: lanes.map((lane) => `M0 ${lane.y + lane.height - 0.5}H${width}`).join(''),
      paint: LINE,
    },
  ];
}

const axisOps = ({ ticks }: Scene, y: number): Op[] =>
  ticks.map(({ x, label, major }) => ({
    kind: 'text',
    x: x + 4,
    y,
    text: label,
    size: TICK_TEXT,
    bold: major,
    paint: INK,
  }));

function noteOps({ notes, top, bottom }: Scene): Op[] {
  return notes.flatMap(({ kind, x, text, anchor }): Op[] => {
    const today = kind === 'today';
    return [
      {
        kind: 'line',
        d: `M${x} ${top}V${bottom + 24}`,
        paint: today ? INK : QUIET,
        dash: today ? [] : DOTTED,
      },
      {
        kind: 'text',
        x,
        y: bottom + 40,
        text,
        size: NOTE_TEXT,
        bold: today,
        anchor,
        paint: today ? INK : QUIET,
      },
    ];
  });
}

/** A name on at most two lines, cut where even that is too little. */
function nameLines(name: string, room: number): string[] {
  const [first = '', ...rest] = wrapped(name, room, LANE_TEXT, true);
  return rest.length === 0 ? [first] : [first, fitted(rest.join(' '), room, LANE_TEXT, true)];
}

/** The lane's name, its pillar's shape, and how many of its events are in view. */
function headOps({ lane, inView, y }: LaneScene, gutter: number): Op[] {
  const lines = nameLines(lane.label, gutter - 36);
  const total = countOf(lane.total, 'event');
  const count = inView === lane.total ? total : `${formatCount(inView)} of ${total}`;
  const names = lines.map((text, i): Op => ({
    kind: 'text',
    x: 0,
    y: y + 20 + i * 17,
    text,
    size: LANE_TEXT,
    bold: true,
    paint: INK,
  }));
  const below: Op = {
    kind: 'text',
    x: 0,
    y: y + 20 + lines.length * 17,
    text: count,
    size: LABEL_TEXT,
    paint: QUIET,
  };
  if (lane.pillar === null) return [...names, below];
  const sign: Op = {
    kind: 'area',
    d: shapePath(markStyles[lane.pillar]!.shape, gutter - 26, y + 15, 6),
    paint: stylePaint(lane.pillar),
  };
  return [...names, below, sign];
}

function fills(layers: Layers, paint: Paint, hollow: Paint, at: number): Op[] {
  return [
    { kind: 'area', d: layers.full, paint, at },
    { kind: 'area', d: layers.tint, paint: tinted(paint), at },
    { kind: 'area', d: layers.hollow, paint: hollow, at },
  ];
}

const titleOps = (labels: readonly Label[], y: number, bold: boolean): Op[] =>
  labels.map((label) => ({
    kind: 'text',
    x: label.x,
    y: y + label.y + LABEL_TEXT * BASELINE,
    text: label.text,
    size: LABEL_TEXT,
    bold,
    anchor: label.anchor,
    paint: INK,
    rim: GROUND,
  }));

function laneOps(scene: LaneScene, { bands, scale }: Scene): Op[] {
  const { lane, y, marks, bars, heaps, more, titles, counts } = scene;
  const onGround = (x: number): boolean =>
    bands.every((band) => x < band.x - 8 || x > band.x + band.width + 8);
  const groups = [barLayers(bars), markLayers(barEnds(bars), () => false), markLayers(marks, onGround)];
  const heaped = heapLayers(heaps);
  const paint = lanePaint(lane);
  return [
    ...headOps(scene, scale.left),
    { kind: 'area', d: heaped.halo, paint: GROUND, at: y },
    ...fills(heaped, paint, { ...paint, hatched: true }, y),
    { kind: 'area', d: heaped.cut, paint: GROUND, at: y },
    ...groups.flatMap((styles): Op[] => [
      { kind: 'area', d: [...styles.values()].map(({ halo }) => halo).join(''), paint: GROUND, at: y },
      ...[...styles].flatMap(([style, layers]) => fills(layers, stylePaint(style), GROUND, y)),
    ]),
    ...titleOps(titles, y, false),
    ...titleOps(counts, y, true),
    {
      kind: 'text',
      x: scale.left,
      y: y + more.y + 4,
      text: more.count > 0 ? `+${formatCount(more.count)}` : '',
      size: LABEL_TEXT,
      bold: true,
      paint: INK,
    },
  ];
}

/** What to paint of a scene, back to front; of lanes only those that reach into `part`, from its top. */
export function displayOf(scene: Scene, part: Part = { top: -Infinity, bottom: Infinity }): Op[] {
  const { bands, lanes, top, bottom, axisAbove, below } = scene;
  const ops = [
    ...bandOps(scene),
    // Above all bands: one that begins higher would cover the labels of others.
    ...bands.flatMap(bandLabelOps),
    ...gridOps(scene),
    ...(axisAbove ? axisOps(scene, top - 8) : []),
    ...axisOps(scene, bottom + 18),
    ...noteOps(scene),
    ...(below ? belowOps(below.measure, scene.scale, below.top) : []),
    ...lanes
      .filter(({ y, height }) => y < part.bottom && y + height > part.top)
      .flatMap((lane) => laneOps(lane, scene)),
    ...pinOps(scene),
  ];
  return ops.filter((op) => (op.kind === 'text' ? op.text : op.d) !== '');
}
