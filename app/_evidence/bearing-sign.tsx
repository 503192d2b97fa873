import { SignShape } from '@/app/_ui/sign-shape';
import { bearingTerms, type Bearing } from '@/lib/evidence/evidence';
import { labelOf } from '@/lib/vocabulary';

/** Each bearing has a shape of its own; colour only adds to it. */
const shapes: Record<Bearing, { d: string; fill: string }> = {
  supports: { d: 'M8 3v10M3 8h10', fill: 'none' },
  against: { d: 'M3 8h10', fill: 'none' },
  context: { d: 'M8 3.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9z', fill: 'none' },
  withdrawn: { d: 'M4 4l8 8M12 4l-8 8', fill: 'none' },
};

/** How an event bears on a question: shape and word. */
export function BearingSign({ bearing }: { bearing: Bearing }) {
  return (
    <span className="pw-trend">
      <SignShape {...shapes[bearing]} /> {labelOf(bearingTerms, bearing)}
    </span>
  );
}
