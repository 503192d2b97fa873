import type { Segment } from '@/lib/chart-columns';
import { shapePath } from '@/lib/shapes';
import { toPixels } from '@/lib/timeline-paint';
import { pillarTerms } from '@/lib/vocabulary';
import { hatchOf } from './hatch-defs';

interface Props {
  segment: Pick<Segment, 'pillar' | 'kind'>;
  x: number | string;
  y: number;
  width: number | string;
  height: number;
  ids: string;
  /** Where the pillar's shape stands in the segment, if there is room for it. */
  mark?: number | string;
}

const MARK = 4.5;
/** Below this a shape would touch the segments above and below. */
const ROOM = 15;

/** One stretch of a column: solid, or hatched where only a report dates it; with the pillar's shape where it fits. */
export function PeriodSegment({ segment: { pillar, kind }, x, y, width, height, ids, mark }: Props) {
  const { code, colour, shape } = pillarTerms[pillar]!;
  const paint = { fill: colour, stroke: '#fff', strokeWidth: 3, paintOrder: 'stroke' };
  return (
    <>
      <rect
        className={kind === 'dated' ? `pw-ink--${code}` : 'pw-reported'}
        x={x}
        y={toPixels(y)}
        width={width}
        // A hair of ground between segments tells them apart where two greys meet.
        height={toPixels(Math.max(height - 1, Math.min(height, 1)))}
        fill={kind === 'dated' ? colour : hatchOf(pillar, ids)}
        stroke={kind === 'dated' ? 'none' : colour}
      />
      {mark !== undefined && height >= ROOM && (
        <svg x={mark} y={toPixels(y + height / 2)} overflow="visible">
          <path className={`pw-mark-in pw-ink--${code}`} d={shapePath(shape, 0, 0, MARK)} {...paint} />
        </svg>
      )}
    </>
  );
}
