import { noFilters, type Filters } from '@/lib/filters';
import type { IndexColumns } from '@/lib/index-columns';
import { findPlace, places } from '@/lib/places';
import { countryNumbers } from '../data/made-places';

export interface State {
  name: string;
  filters: Filters;
}

/** Countries with their events, the one with most first. */
function countriesBySize({ place }: IndexColumns): { code: string; events: number }[] {
  const counts = new Uint32Array(places.length);
  for (const number of place) counts[countryNumbers[number]!]!++;
  return places
    .map(({ code, kind }, i) => ({ code, kind, events: counts[i]! }))
    .filter(({ kind, events }) => kind === 'country' && events > 0)
    .sort((a, b) => b.events - a.events);
}

/** A small country: about one event in two thousand. */
const SMALL = 1 / 2000;

/** The twenty filter states of the bench: from nothing chosen to everything at once. */
export function twentyStates(columns: IndexColumns): State[] {
  const countries = countriesBySize(columns);
  const big = countries[0]!.code;
  const second = countries[1]!.code;
  const small = countries.findLast(({ events }) => events >= columns.size * SMALL)!.code;
  const subregion = findPlace(big)!.parent!;
  const continent = '150';
  const state = (name: string, chosen: Partial<Filters>): State => ({
    name,
    filters: { ...noFilters, ...chosen },
  });
  return [
    state('nothing chosen', {}),
    state('one pillar', { pillar: ['prevent'] }),
    state('two pillars', { pillar: ['prevent', 'pursue'] }),
    state('one type', { type: ['policy'] }),
    state('a big country', { region: [big] }),
    state('a small country', { region: [small] }),
    state('a sub-region', { region: [subregion] }),
    state('a continent', { region: [continent] }),
    state('one confidence', { confidence: ['claimed'] }),
    state('dated by the source', { dated: ['exact', 'span'] }),
    state('a year', { from: '2015-01-01', to: '2015-12-31' }),
    state('a month', { from: '2020-04-01', to: '2020-04-30' }),
    state('three days', { from: '2020-04-14', to: '2020-04-16' }),
    state('country and type', { region: [big], type: ['attack'] }),
    state('continent, pillar, years', {
      region: [continent],
      pillar: ['pursue'],
      from: '2010-01-01',
      to: '2019-12-31',
    }),
    state('type, confidence, pillar', { type: ['attack'], confidence: ['confirmed'], pillar: ['pursue'] }),
    state('three types', { type: ['arrest', 'attack', 'plot'] }),
    state('everything at once', {
      region: [second],
      type: ['attack', 'operations'],
      pillar: ['prevent', 'pursue'],
      confidence: ['confirmed', 'reported'],
      dated: ['exact', 'span'],
      set: ['violence'],
      from: '2003-03-10',
      to: '2012-06-20',
    }),
    state('a source set', { set: ['measures'] }),
    state('country from mid-month', { region: [second], from: '2016-05-17', to: '2018-02-03' }),
  ];
}
