import type { Span } from '@/lib/timeline';
import type { Box } from '@/lib/timeline-items';
import type { Scene } from '@/lib/timeline-layout';
import { xOf } from '@/lib/timeline-scale';
import { textWidth } from '@/lib/timeline-text';
import { viewOf } from '@/lib/timeline-view';
import { viewWords } from '@/lib/timeline-words';

const TEXT = 13;

/** Dates being marked, named as they change. */
export function Selection({ scene: { scale, top, bottom }, days }: { scene: Scene; days: Span }) {
  const [x, end] = [xOf(scale, days.from), xOf(scale, days.to)];
  const words = viewWords(viewOf(days));
  const wide = textWidth(words, TEXT, true) + 16;
  const left = Math.min(Math.max((x + end - wide) / 2, 0), scale.right - wide);
  return (
    <g className="pw-tl-selection" aria-hidden="true">
      <rect x={x} y={top} width={end - x} height={bottom - top} />
      <rect className="pw-tl-selection__name" x={left} y={top} width={wide} height={24} />
      <text x={left + 8} y={top + 17} fontSize={TEXT} fontWeight={700}>
        {words}
      </text>
    </g>
  );
}

/** Round the item that the pointer or the focus is on. */
export const Ring = ({ x, y, width, height }: Box) => (
  <rect className="pw-tl-ring" x={x - 4} y={y - 4} width={width + 8} height={height + 8} rx={4} />
);
