import figures from './people-2020.json';

/** Where the figures come from, for captions and files. */
export const POPULATION_SOURCE =
  'People in 2020: countries, United Nations, World Population Prospects 2019 (CC BY 3.0 IGO), mid-year estimates; parts of the UK, Office for National Statistics, mid-2020 estimates as released in June 2021 (Open Government Licence).';

const people = new Map<string, number>([
  ...Object.entries(figures.countries),
  ...Object.entries(figures.ukParts),
]);

/** People who lived in a country or a part of the UK in the middle of 2020; null where no figure is kept. */
export function populationOf(code: string): number | null {
  return people.get(code) ?? null;
}

/** Events for each million people; null where the number of people is not known. */
export function perMillion(events: number, code: string): number | null {
  const number = populationOf(code);
  return number === null ? null : (events / number) * 1e6;
}
