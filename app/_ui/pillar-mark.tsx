import { shapePath } from '@/lib/shapes';
import { pillarTerm, type Pillar } from '@/lib/vocabulary';

/** The pillar's shape in its colour, as tall as the text beside it. Decorative: the name always stands next to it. */
export function PillarMark({ pillar }: { pillar: Pillar }) {
  const { shape, colour } = pillarTerm(pillar);
  return (
    <svg className="pw-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={shapePath(shape, 6, 6, 5)} fill={colour} />
    </svg>
  );
}
