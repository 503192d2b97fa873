import type { Sheet } from '@/lib/csv';
import type { PlaceCounts } from './place-counts';
import { populationOf } from './population';

/** A map as a table: a row a place, then what no circle stands for; `in_filter` tells the places that the filter leaves out. */
export function mapSheet({ places, off }: PlaceCounts): Sheet {
  return {
    header: ['place_code', 'place', 'events', 'people_2020', 'events_per_million', 'on_map', 'in_filter'],
    rows: [
      ...places.map(({ place, count, rate, chosen }) => [
        place.code,
        place.name,
        count,
        populationOf(place.code),
        rate === null ? null : Number(rate.toPrecision(4)),
        'yes',
        chosen ? 'yes' : 'no',
      ]),
      ...off.map(({ label, count, code }) => [code, label, count, null, null, 'no', 'yes']),
    ],
  };
}
