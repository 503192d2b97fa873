import { trendTerms, type Trend } from '@/lib/assessments/assessment';
import { labelOf } from '@/lib/vocabulary';

/** Each trend has a shape of its own; colour only adds to it. */
const shapes: Record<Trend, { path: string; fill: string }> = {
  deteriorated: { path: 'M2.5 3.5h11L8 13.5z', fill: '#a2260c' },
  improved: { path: 'M2.5 12.5h11L8 2.5z', fill: '#0f7a52' },
  unchanged: { path: 'M3 5.5h10M3 10.5h10', fill: 'none' },
  withdrawn: { path: 'M4 4l8 8M12 4l-8 8', fill: 'none' },
};

/** How a situation moved: shape and word. */
export function TrendSign({ trend }: { trend: Trend }) {
  const { path, fill } = shapes[trend];
  return (
    <span className="pw-trend">
      <svg
        className="pw-status__shape"
        viewBox="0 0 16 16"
        width="16"
        height="16"
        aria-hidden="true"
        focusable="false"
      >
        <path d={path} fill={fill} stroke="#0b0c0c" strokeWidth="1.5" />
      </svg>{' '}
      {labelOf(trendTerms, trend)}
    </span>
  );
}
