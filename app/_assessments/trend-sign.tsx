import { SignShape } from '@/app/_ui/sign-shape';
import { trendTerms, type Trend } from '@/lib/assessments/assessment';
import { labelOf } from '@/lib/vocabulary';

/** Each trend has a shape of its own; colour only adds to it. */
const shapes: Record<Trend, { d: string; fill: string }> = {
  deteriorated: { d: 'M2.5 3.5h11L8 13.5z', fill: '#a2260c' },
  improved: { d: 'M2.5 12.5h11L8 2.5z', fill: '#0f7a52' },
  unchanged: { d: 'M3 5.5h10M3 10.5h10', fill: 'none' },
  withdrawn: { d: 'M4 4l8 8M12 4l-8 8', fill: 'none' },
};

/** How a situation moved: shape and word. */
export function TrendSign({ trend }: { trend: Trend }) {
  return (
    <span className="pw-trend">
      <SignShape {...shapes[trend]} strokeWidth="1.5" /> {labelOf(trendTerms, trend)}
    </span>
  );
}
