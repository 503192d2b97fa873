import { shapePath } from '@/lib/shapes';
import { pillarTerm, type Pillar } from '@/lib/vocabulary';

/** A pillar's shape inside a drawing. */
export function SeriesMark({ pillar, x, y, r }: { pillar: Pillar; x: number; y: number; r: number }) {
  const { shape, colour } = pillarTerm(pillar);
  return <path d={shapePath(shape, x, y, r)} fill={colour} />;
}
