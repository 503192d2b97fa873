import { dayNumber } from '@/lib/days';
import type { Filters } from '@/lib/filters';
import type { IndexColumns } from '@/lib/index-columns';
import { places } from '@/lib/places';
import { firstDayOfMonth, monthOfDay } from '@/lib/timeline-calendar';
import { confidences, datings, eventTypes, pillars } from '@/lib/vocabulary';
import { firstDay, lastDay } from '../data/episodes';
import { countryNumbers } from '../data/made-places';
import { madeSets } from '../data/made-sets';

/** The same events for every engine, in the narrowest columns that the questions need. */
export interface Narrow {
  size: number;
  start: Int32Array;
  end: Int32Array;
  /** Of the start, from nought for the first of the record. */
  month: Uint16Array;
  country: Uint16Array;
  type: Uint8Array;
  mask: Uint8Array;
  confidence: Uint8Array;
  dating: Uint8Array;
  source: Uint8Array;
}

export const narrowNames = [
  'start', 'end', 'month', 'country', 'type', 'mask', 'confidence', 'dating', 'source',
] as const; // prettier-ignore

const firstMonth = monthOfDay(firstDay);

/** First days of the months of the record: the bins of the histogram. */
export const monthStarts: readonly number[] = Array.from(
  { length: monthOfDay(lastDay) - firstMonth + 1 },
  (_, m) => firstDayOfMonth(firstMonth + m),
);
export const monthNumber = (day: number): number => monthOfDay(day) - firstMonth;

export function narrowOf(columns: IndexColumns): Narrow {
  return {
    size: columns.size,
    start: columns.start,
    end: columns.end,
    month: Uint16Array.from(columns.start, monthNumber),
    country: Uint16Array.from(columns.place, (place) => countryNumbers[place]!),
    type: columns.type,
    mask: columns.pillarMask,
    confidence: columns.confidence,
    dating: columns.dating,
    source: columns.set,
  };
}

/** The facets that are asked of every engine, by the column whose values they count. */
export const facetColumns = ['mask', 'type', 'country', 'confidence', 'dating'] as const;
export type FacetColumn = (typeof facetColumns)[number];

/** A state as numbers: for each column the values that pass, or null where all do; days are null where not set. */
export interface Asked {
  from: number | null;
  to: number | null;
  pass: Record<FacetColumn | 'source', readonly number[] | null>;
}

const numbersOf = (codes: readonly string[], chosen: readonly string[]): number[] | null =>
  chosen.length === 0 ? null : chosen.map((code) => codes.indexOf(code));

function masksOf(chosen: readonly string[]): number[] | null {
  if (chosen.length === 0) return null;
  const wanted = chosen.reduce((mask, code) => mask | (1 << pillars.findIndex((one) => one === code)), 0);
  return Array.from({ length: 1 << pillars.length }, (_, mask) => mask).filter((mask) => mask & wanted);
}

function countriesOf(chosen: readonly string[]): number[] | null {
  if (chosen.length === 0) return null;
  const paths = places.filter(({ code }) => chosen.includes(code)).map(({ path }) => path);
  const inside = places.flatMap(({ path }, i) =>
    countryNumbers[i] === i && paths.some((above) => path.startsWith(above)) ? [i] : [],
  );
  return inside;
}

export function askedOf(filters: Filters): Asked {
  return {
    from: filters.from === null ? null : dayNumber(filters.from),
    to: filters.to === null ? null : dayNumber(filters.to),
    pass: {
      mask: masksOf(filters.pillar),
      type: numbersOf(eventTypes, filters.type),
      country: countriesOf(filters.region),
      confidence: numbersOf(confidences, filters.confidence),
      dating: numbersOf(datings, filters.dated),
      source:
        filters.set.length === 0
          ? null
          : madeSets.filter(({ key }) => filters.set.includes(key)).map(({ number }) => number),
    },
  };
}
