import type { Preset } from '../preset';

/** Files that Pillarwatch itself wrote (CSV, XLSX, JSON, NDJSON): everything comes back as it was. */
export const pillarwatch: Preset = {
  key: 'pillarwatch',
  title: 'Pillarwatch',
  columns: ['slug', 'title', 'summary', 'precision', 'type', 'pillars', 'confidence'],
  also: (columns) =>
    (columns.includes('startson') || columns.includes('starts_on')) &&
    (columns.includes('sources') || columns.includes('sources_json')),
  alsoWords: 'the first day and the sources, as our files name them',
  set: {
    key: 'pillarwatch',
    title: 'Another Pillarwatch',
    description: 'Events that another Pillarwatch exported.',
    attribution: 'As each event’s sources say',
    licence: null,
    url: 'https://www.gov.uk',
  },
  mapping: {
    way: 'pillarwatch',
    preset: 'pillarwatch',
    fields: { place: [] },
    date: { kind: 'day', column: 'startsOn', end: 'endsOn', order: 'ymd' },
    defaults: {
      type: 'policy',
      pillars: ['prepare'],
      confidence: 'reported',
      sourceSet: 'pillarwatch',
      sourceTitle: 'Pillarwatch',
    },
    codebook: { title: 'Codebook of Pillarwatch', url: '/data/codebook' },
  },
};
