import { markStyles, type Lane } from '@/lib/timeline-lanes';
import { LABEL_TEXT, type Label } from '@/lib/timeline-labels';
import type { LaneScene } from '@/lib/timeline-layout';
import { numberWords } from '@/lib/timeline-words';
import { heapLayers, markLayers, tint, type Layers } from './mark-paths';
import { INK, MIXED } from './paint';

/** Layers of one colour from the back to the front. */
function Fills({ layers, colour, hollow = '#fff' }: { layers: Layers; colour: string; hollow?: string }) {
  return (
    <>
      <path className="pw-tl-full" d={layers.full} fill={colour} />
      {layers.tint && <path className="pw-tl-tint" d={layers.tint} fill={tint(colour)} />}
      {layers.hollow && <path className="pw-tl-hollow" d={layers.hollow} fill={hollow} />}
    </>
  );
}

function Texts({ labels, bold = false }: { labels: readonly Label[]; bold?: boolean }) {
  return labels.map(({ key, text, x, y, anchor }) => (
    <text
      key={key}
      className="pw-tl-text"
      // Moved as a whole: another x or y would make the browser lay out its letters anew in each frame.
      transform={`translate(${x.toFixed(1)} ${(y + LABEL_TEXT * 0.35).toFixed(1)})`}
      textAnchor={anchor}
      fontSize={LABEL_TEXT}
      fontWeight={bold ? 700 : undefined}
      fill={INK}
      stroke="#fff"
      strokeWidth={3}
      paintOrder="stroke"
    >
      {text}
    </text>
  ));
}

/** A heap of events of several pillars is grey. */
export const laneColour = ({ pillar }: Lane): string => (pillar === null ? MIXED : markStyles[pillar]!.colour);

/** The id of the hatching of a lane's colour within one drawing. */
export const hatchId = (ids: string, pillar: number | null): string => `${ids}-hatch-${pillar ?? 'mixed'}`;

/** What stands in a lane: bars, stacks, heaps, titles. Links lie over it (lane-links.tsx). */
export function LaneFigure({ lane: scene, ids, left }: { lane: LaneScene; ids: string; left: number }) {
  const { lane, marks, bars, heaps, more, titles, counts } = scene;
  const styles = [...markLayers(marks, bars)];
  const heaped = heapLayers(heaps);
  const halo = styles.reduce((path, [, layers]) => path + layers.halo, heaped.halo);
  return (
    <g aria-hidden="true">
      <path className="pw-tl-halo" d={halo} fill="#fff" />
      {heaps.length > 0 && (
        <>
          <Fills layers={heaped} colour={laneColour(lane)} hollow={`url(#${hatchId(ids, lane.pillar)})`} />
          <path className="pw-tl-halo" d={heaped.cut} fill="#fff" />
        </>
      )}
      {styles.map(([style, layers]) => (
        <Fills key={style} layers={layers} colour={markStyles[style]!.colour} />
      ))}
      <Texts labels={titles} />
      <Texts labels={counts} bold />
      {more.count > 0 && (
        <text className="pw-tl-text" x={left} y={more.y + 4} fontSize={LABEL_TEXT} fontWeight={700} fill={INK}>
          +{numberWords(more.count)}
        </text>
      )}
    </g>
  );
}
