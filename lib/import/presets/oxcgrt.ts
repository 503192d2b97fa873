import type { Preset } from '../preset';

const set: Preset['set'] = {
  key: 'oxcgrt-levels',
  title: 'OxCGRT policy levels',
  description:
    'Periods for which a level of restriction was in force, by country, made of the tracker’s daily levels.',
  attribution: 'Oxford COVID-19 Government Response Tracker (Hale and others 2021)',
  licence: 'CC BY 4.0',
  url: 'https://github.com/OxCGRT/covid-policy-dataset',
};

const mapping = {
  preset: 'oxcgrt',
  fields: { place: [] },
  date: { kind: 'day' as const, column: 'Date', order: 'ymd' as const },
  // Rules ask of a spell, not of a row: its indicator, level, change and place (policy-levels.ts).
  rules: [
    {
      when: [{ column: 'indicator', is: ['C*', 'H*'] }],
      type: 'lockdown' as const,
      pillars: ['protect' as const, 'prepare' as const],
    },
  ],
  defaults: {
    type: 'lockdown' as const,
    pillars: ['protect' as const, 'prepare' as const],
    confidence: 'confirmed' as const,
    sourceSet: set.key,
    sourceTitle: 'Oxford COVID-19 Government Response Tracker',
    publisher: 'Blavatnik School of Government, University of Oxford',
    url: set.url,
    licence: 'CC BY 4.0',
  },
  codebook: {
    title: 'OxCGRT Codebook',
    url: 'https://github.com/OxCGRT/covid-policy-dataset/blob/main/documentation_and_codebook.md',
  },
};

const DAY = /^\d{2}[a-z]{3}\d{4}$/;

/** A row a day and jurisdiction. Stay at home, movement within the country and travel are restrictions on movement. */
export const oxcgrtByDay: Preset = {
  key: 'oxcgrt',
  title: 'OxCGRT, a row a day',
  columns: ['countryname', 'countrycode', 'regioncode', 'jurisdiction', 'date'],
  set,
  mapping: { ...mapping, way: 'levels-by-day', indicators: ['C6', 'C7', 'C8'] },
};

/** A row a jurisdiction, a column a day, one indicator a file, which only the file's name tells. */
export const oxcgrtAcross: Preset = {
  key: 'oxcgrt-wide',
  title: 'OxCGRT, a column a day',
  columns: [],
  also: (columns) =>
    columns.filter((name) => DAY.test(name)).length > 30 &&
    (columns.includes('countrycode') || columns.includes('country_code')),
  alsoWords: 'CountryCode or country_code, and more than 30 columns that are days, like 01Jan2020',
  set,
  mapping: { ...mapping, way: 'levels-across' },
};
