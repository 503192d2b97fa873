import type { ReactNode } from 'react';
import { BAND_DATES, BAND_ROW, BAND_TITLE, type BandDrawing } from '@/lib/timeline-bands';
import { markStyles } from '@/lib/timeline-lanes';
import { NOTE_TEXT, type LaneScene, type Scene } from '@/lib/timeline-layout';
import { inTwoLines } from '@/lib/timeline-text';
import { countWords, numberWords } from '@/lib/timeline-words';
import { shapePath } from '@/lib/shapes';
import { hatchId, LaneFigure } from './lane-figure';
import { HAIRLINE, INK, MIXED, QUIET } from './paint';

interface Props {
  scene: Scene;
  /** Prefix of the ids in this drawing. */
  ids: string;
  /** What lies over each lane: its links. */
  over?: readonly ReactNode[];
}

const LANE_TEXT = 15;
/** Keeps the label of a band legible over the edge of another. */
const EDGE = { stroke: '#f1f2f3', strokeWidth: 3, paintOrder: 'stroke' };

function Hatches({ ids, lanes }: { ids: string; lanes: readonly LaneScene[] }) {
  const kinds = [...new Set(lanes.map(({ lane }) => lane.pillar))];
  return kinds.map((pillar) => (
    <pattern key={pillar} id={hatchId(ids, pillar)} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="pw-tl-halo" width="5" height="5" fill="#fff" />
      <rect className="pw-tl-full" width="1.8" height="5" fill={pillar === null ? MIXED : markStyles[pillar]!.colour} />
    </pattern>
  ));
}

function Band({ drawing, bottom }: { drawing: BandDrawing; bottom: number }) {
  const { band, x, width, openLeft, openRight, row, labelX, title, dates } = drawing;
  const top = (row ?? 0) * BAND_ROW;
  return (
    <g role="listitem">
      <title>{band.title}</title>
      <rect className="pw-tl-band" x={x} y={top} width={width} height={bottom - top} fill="#f1f2f3" />
      {!openLeft && <path className="pw-tl-band-edge" d={`M${x} ${top}V${bottom}`} stroke={QUIET} strokeDasharray="3 3" />}
      {!openRight && <path className="pw-tl-band-edge" d={`M${x + width} ${top}V${bottom}`} stroke={QUIET} strokeDasharray="3 3" />}
      {title && (
        <text className="pw-tl-text" x={labelX} y={top + 13} fontSize={BAND_TITLE} fontWeight={700} fill={INK} {...EDGE}>
          {title}
        </text>
      )}
      {dates && (
        <text className="pw-tl-text" x={labelX} y={top + 27} fontSize={BAND_DATES} fill={QUIET} {...EDGE}>
          {dates}
        </text>
      )}
    </g>
  );
}

function Axis({ scene, y }: { scene: Scene; y: number }) {
  return scene.ticks.map(
    ({ x, label, major }, i) =>
      label && (
        <text key={i} className="pw-tl-text" x={x + 4} y={y} fontSize={13} fontWeight={major ? 700 : undefined} fill={INK}>
          {label}
        </text>
      ),
  );
}

function Grid({ scene: { ticks, top, bottom, lanes, width } }: { scene: Scene }) {
  const [minor, major] = [false, true].map((kind) => ticks.filter((tick) => tick.major === kind).map(({ x }) => `M${x.toFixed(1)} ${top}V${bottom + 5}`).join(''));
  const floors = lanes.map((lane) => `M0 ${lane.y + lane.height - 0.5}H${width}`).join('');
  return (
    <>
      <path className="pw-tl-grid" d={minor} stroke="#e4e6e8" />
      <path className="pw-tl-grid" d={major} stroke="#b1b4b6" />
      <path className="pw-tl-grid" d={floors} stroke={HAIRLINE} />
    </>
  );
}

function Notes({ scene: { notes, top, bottom, height } }: { scene: Scene }) {
  return notes.map(({ kind, x, text, anchor }) => (
    <g key={kind} className={`pw-tl-${kind}`}>
      <path className="pw-tl-band-edge" d={`M${x} ${top}V${bottom + 24}`} stroke={kind === 'today' ? INK : QUIET} strokeDasharray={kind === 'today' ? undefined : '1 4'} />
      <text className="pw-tl-text" x={x} y={height - 4} fontSize={NOTE_TEXT} textAnchor={anchor} fontWeight={kind === 'today' ? 700 : undefined} fill={kind === 'today' ? INK : QUIET}>
        {text}
      </text>
    </g>
  ));
}

/** The lane's name, its pillar's shape, and how many of its events are in view. */
function LaneHead({ scene: { lane, inView }, gutter }: { scene: LaneScene; gutter: number }) {
  const total = lane.events.length;
  const lines = inTwoLines(lane.label, gutter - 36, LANE_TEXT, true);
  const count = inView === total ? countWords(total) : `${numberWords(inView)} of ${countWords(total)}`;
  const style = lane.pillar === null ? null : markStyles[lane.pillar]!;
  return (
    <>
      <text className="pw-tl-text" role="heading" aria-level={3} fontSize={LANE_TEXT} fontWeight={700} fill={INK}>
        {lines.map((line, i) => (
          <tspan key={i} x={0} y={20 + i * 17}>
            {i < lines.length - 1 ? `${line} ` : line}
          </tspan>
        ))}
      </text>
      {style && <path className="pw-tl-look0" aria-hidden="true" d={shapePath(style.shape, gutter - 26, 15, 6)} fill={style.colour} />}
      <text className="pw-tl-text" x={0} y={20 + lines.length * 17} fontSize={12} fill={QUIET}>
        {count}
      </text>
    </>
  );
}

/** The timeline as SVG content: the same at rest, in motion, on paper and in the picture file. */
export function Drawing({ scene, ids, over }: Props) {
  const { bands, lanes, top, bottom, scale, axisAbove } = scene;
  return (
    <>
      <defs>
        <Hatches ids={ids} lanes={lanes} />
      </defs>
      {bands.length > 0 && (
        <g role="list" aria-label="Lockdowns in view">
          {bands.map((band) => (
            <Band key={band.band.slug} drawing={band} bottom={bottom} />
          ))}
        </g>
      )}
      <g aria-hidden="true">
        <Grid scene={scene} />
        {axisAbove && <Axis scene={scene} y={top - 8} />}
        <Axis scene={scene} y={bottom + 18} />
        <Notes scene={scene} />
      </g>
      {lanes.map((lane, i) => (
        <g key={lane.lane.key} transform={`translate(0 ${lane.y})`}>
          <LaneHead scene={lane} gutter={scale.left} />
          <LaneFigure lane={lane} ids={ids} left={scale.left} />
          {over?.[i]}
        </g>
      ))}
    </>
  );
}
