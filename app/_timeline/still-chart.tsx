import { useId } from 'react';
import { itemsOf } from '@/lib/timeline-items';
import { NOMINAL_WIDTH } from '@/lib/timeline-layout';
import { viewOf } from '@/lib/timeline-view';
import { viewWords } from '@/lib/timeline-words';
import { Drawing } from './drawing';
import { linksHtml } from './still-links';
import type { ChartProps } from './use-chart';

/** One object for good: React would empty the element for another. */
const KEPT = { __html: '' };

/**
 * The server's drawing, for readers without scripts and until the width is known. The browser keeps what the server sent
 * and draws nothing itself: on a phone, which shows a list instead, that work would be for nobody.
 */
export function StillChart(props: ChartProps) {
  if (typeof window === 'undefined') return <Drawn {...props} />;
  // Nothing is injected: it tells React to leave alone what is inside.
  // oxlint-disable-next-line react/no-danger
  return <div className="pw-tl-chart" suppressHydrationWarning dangerouslySetInnerHTML={KEPT} />;
}

function Drawn({ layout, motion, bounds, links }: ChartProps) {
  const ids = useId().replaceAll(/\W/g, '');
  const scene = layout.draw(motion.span, NOMINAL_WIDTH);
  const items = itemsOf(scene, scene.columns, bounds, links);
  return (
    <div
      className="pw-tl-chart"
      role="group"
      aria-label={`Timeline, ${viewWords(viewOf(motion.span))}`}
      data-live={false}
    >
      <svg viewBox={`0 0 ${scene.width} ${scene.height}`}>
        <Drawing scene={scene} ids={ids} />
        {/* All text in it is escaped. */}
        {/* oxlint-disable-next-line react/no-danger */}
        <g dangerouslySetInnerHTML={{ __html: linksHtml(scene, items) }} />
      </svg>
    </div>
  );
}
