import { placeNumber } from './event-index';
import type { Facets } from './facets';
import { places } from './places';
import { pillarTerms, typeTerms } from './vocabulary';

/** One row of a breakdown: what was counted, and the filter that shows it. */
export interface Share {
  code: string;
  label: string;
  count: number;
}

export type Breakdown = 'pillars' | 'types' | 'regions';

const byCount = (a: Share, b: Share): number => b.count - a.count || a.label.localeCompare(b.label, 'en');

/** Counts by pillar in Contest's order, by type and by place (countries and areas with events of their own) by size. */
export function breakdownOf(facets: Facets, by: Breakdown): Share[] {
  if (by === 'pillars')
    return pillarTerms.map(({ code, label }, i) => ({ code, label, count: facets.pillar[i]! }));
  if (by === 'types') {
    return typeTerms
      .map(({ code, label }, i) => ({ code, label, count: facets.type[i]! }))
      .filter((share) => share.count > 0)
      .sort(byCount);
  }
  return places
    .filter((place) => place.kind === 'country')
    .map(({ code, name }) => ({ code, label: name, count: facets.region[placeNumber(code)]! }))
    .filter((share) => share.count > 0)
    .sort(byCount);
}
