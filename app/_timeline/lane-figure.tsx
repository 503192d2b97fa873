import type { Heap } from '@/lib/timeline-lane-drawing';
import { markStyles } from '@/lib/timeline-lanes';
import { LABEL_TEXT, type Label } from '@/lib/timeline-labels';
import type { LaneScene } from '@/lib/timeline-layout';
import { EXACT, REPORTED, UNCERTAIN } from '@/lib/timeline-level';
import { styledPaths } from './mark-paths';
import { HALO, INK, lookPaint, MIXED } from './paint';
import { numberWords } from '@/lib/timeline-words';

const LOOKS = [EXACT, UNCERTAIN, REPORTED];

/** The parts of the heaps of one look as one path: what is known best lies lowest, as in the stacks. */
function heapPath(heaps: readonly Heap[], look: number): string {
  return heaps
    .map((heap) => {
      const share = (count: number): number => (count / heap.count) * heap.height;
      const heights = { [EXACT]: share(heap.count - heap.uncertain - heap.reported), [UNCERTAIN]: share(heap.uncertain), [REPORTED]: share(heap.reported) };
      const below = LOOKS.slice(0, LOOKS.indexOf(look)).reduce((sum, one) => sum + heights[one]!, 0);
      const height = heights[look]!;
      const top = heap.y + heap.height - below - height;
      return height > 0 ? `M${heap.x.toFixed(1)} ${top.toFixed(1)}h${heap.width.toFixed(1)}v${height.toFixed(1)}h${(-heap.width).toFixed(1)}z` : '';
    })
    .join('');
}

/** A white stroke through a bar that is taller in truth than drawn. */
const cutPath = (heaps: readonly Heap[]): string =>
  heaps.map(({ cut, x, y, width }) => (cut ? `M${(x - 2).toFixed(1)} ${(y + 14).toFixed(1)}l${(width + 4).toFixed(1)} -5` : '')).join('');

function Heaps({ heaps, colour, hatch }: { heaps: readonly Heap[]; colour: string; hatch: string }) {
  if (heaps.length === 0) return null;
  return (
    <>
      {LOOKS.map((look) => {
        const paint = lookPaint(colour, look);
        const fill = look === REPORTED ? `url(#${hatch})` : paint.fill;
        return <path key={look} className={`pw-tl-look${look}`} d={heapPath(heaps, look)} {...paint} strokeWidth={1} fill={fill} />;
      })}
      <path className="pw-tl-cut" d={cutPath(heaps)} fill="none" stroke="#fff" strokeWidth={3} />
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

/** The id of the hatching of a lane's colour within one drawing. */
export const hatchId = (ids: string, pillar: number | null): string => `${ids}-hatch-${pillar ?? 'mixed'}`;

/** What stands in a lane: bars, stacks, heaps, titles. Links lie over it (lane-links.tsx). */
export function LaneFigure({ lane: scene, ids, left }: { lane: LaneScene; ids: string; left: number }) {
  const { lane, marks, bars, heaps, more, titles, counts } = scene;
  const colour = lane.pillar === null ? MIXED : markStyles[lane.pillar]!.colour;
  const paths = styledPaths(marks, bars);
  return (
    <g aria-hidden="true">
      <Heaps heaps={heaps} colour={colour} hatch={hatchId(ids, lane.pillar)} />
      {paths.map(({ key, bars: d }) => d && <path key={`${key} halo`} className="pw-tl-halo" d={d} {...HALO} />)}
      {paths.map(({ key, colour: own, look, bars: d }) => d && <path key={`${key} bars`} className={`pw-tl-look${look}`} d={d} {...lookPaint(own, look)} strokeWidth={1} />)}
      {paths.map(({ key, marks: d }) => d && <path key={`${key} halo of marks`} className="pw-tl-halo" d={d} {...HALO} />)}
      {paths.map(({ key, colour: own, look, marks: d }) => d && <path key={key} className={`pw-tl-look${look}`} d={d} {...lookPaint(own, look)} />)}
      <Texts labels={titles} />
      <Texts labels={counts} bold />
      {more.count > 0 && <text className="pw-tl-text" x={left} y={more.y + 4} fontSize={LABEL_TEXT} fontWeight={700} fill={INK}>{`+${numberWords(more.count)}`}</text>}
    </g>
  );
}
