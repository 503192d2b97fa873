import { addByPillar, type FacetCounts } from '@/lib/facet-counts';
import { places } from '@/lib/places';
import { confidences, datings, eventTypes, pillars } from '@/lib/vocabulary';
import { monthNumber, monthStarts, type Asked, type FacetColumn } from './narrow';

/** What every engine must answer alike. */
export interface Answer {
  total: number;
  pillar: number[];
  type: number[];
  confidence: number[];
  dating: number[];
  /** By position in lib/places, countries alone. */
  country: number[];
  /** Events by month and pillar, at month * 4 + pillar. */
  histogram: number[];
}

const countries = places.map(({ kind }) => kind === 'country');
const plain = (counts: ArrayLike<number>): number[] => Array.from(counts);

/** What the product's own engine answers. */
export function answerOf(counts: FacetCounts): Answer {
  const cells = monthStarts.length * pillars.length;
  return {
    total: counts.total,
    pillar: plain(counts.pillar),
    type: plain(counts.type),
    confidence: plain(counts.confidence),
    dating: plain(counts.dated),
    country: plain(counts.region).map((n, p) => (countries[p] ? n : 0)),
    histogram: Array.from({ length: cells }, (_, cell) =>
      datings.reduce((sum, _dating, d) => sum + counts.bins[cell * datings.length + d]!, 0),
    ),
  };
}

/** Counts as the other engines give them: by month and mask of what passes, and by value of each facet's column. */
export interface Raw {
  /** At month * 16 + mask. */
  months: Uint32Array;
  facets: Record<FacetColumn, Uint32Array>;
}

export const MASKS = 1 << pillars.length;

export const emptyRaw = (): Raw => ({
  months: new Uint32Array(monthStarts.length * MASKS),
  facets: {
    mask: new Uint32Array(MASKS),
    type: new Uint32Array(eventTypes.length),
    country: new Uint32Array(places.length),
    confidence: new Uint32Array(confidences.length),
    dating: new Uint32Array(datings.length),
  },
});

/** Pillars of masks, and months before the first day asked for counted in its month: as the product shows them. */
export function answerOfRaw({ months, facets }: Raw, asked: Asked): Answer {
  const pillar = new Uint32Array(pillars.length);
  for (const [mask, n] of facets.mask.entries()) addByPillar(pillar, mask, n);
  const histogram = new Uint32Array(monthStarts.length * pillars.length);
  const first = asked.from === null ? 0 : monthNumber(asked.from);
  for (const [cell, n] of months.entries()) {
    const month = Math.max(first, Math.floor(cell / MASKS));
    if (n > 0) addByPillar(histogram, cell % MASKS, n, month * pillars.length);
  }
  return {
    total: months.reduce((sum, n) => sum + n, 0),
    pillar: plain(pillar),
    type: plain(facets.type),
    confidence: plain(facets.confidence),
    dating: plain(facets.dating),
    country: plain(facets.country).map((n, p) => (countries[p] ? n : 0)),
    histogram: plain(histogram),
  };
}
