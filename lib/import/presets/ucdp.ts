import type { Preset } from '../preset';

/** UCDP GED and its candidate events, also as HDX gives them (with iso3 and a row of tags). */
export const ucdp: Preset = {
  key: 'ucdp',
  title: 'UCDP GED and candidate events',
  columns: ['id', 'type_of_violence', 'side_a', 'side_b', 'country', 'date_start', 'date_end', 'best'],
  set: {
    key: 'ucdp',
    title: 'UCDP georeferenced events',
    description: 'Events of organised violence coded by the Uppsala Conflict Data Program.',
    attribution: 'UCDP GED (Sundberg and Melander 2013; Davies and others)',
    licence: 'CC BY 4.0',
    url: 'https://ucdp.uu.se',
  },
  mapping: {
    way: 'rows',
    preset: 'ucdp',
    fields: {
      externalId: 'id',
      title: '{side_a} and {side_b}[: {where_coordinates}]',
      summary: '{conflict_name}[. {where_description}][. {source_headline}]',
      place: ['iso3', 'country'],
      locality: '{where_coordinates}',
      latitude: 'latitude',
      longitude: 'longitude',
      sourceTitle: '{source_headline}',
      publisher: '{source_office}',
      publishedOn: 'source_date',
      actors: [
        { column: 'side_a', role: 'perpetrator' },
        { column: 'side_b', role: 'target' },
      ],
      measures: [{ column: 'best', measure: 'killed', unit: 'people' }],
    },
    // The bounds are what is known: only where the code says so was it the day itself; more than 31 days are whole months.
    date: {
      kind: 'day',
      column: 'date_start',
      end: 'date_end',
      order: 'ymd',
      precision: {
        column: 'date_prec',
        values: {
          '1': 'day',
          '2': 'part_of_month',
          '3': 'part_of_month',
          '4': 'part_of_month',
          '5': 'part_of_month',
        },
      },
    },
    rules: [
      {
        when: [{ column: 'type_of_violence', is: ['1', '2'] }],
        type: 'operations',
        pillars: ['pursue'],
        roles: ['other', 'other'],
      },
      { when: [{ column: 'type_of_violence', is: ['3'] }], type: 'attack', pillars: ['pursue'] },
    ],
    defaults: {
      type: 'operations',
      pillars: ['pursue'],
      confidence: 'reported',
      sourceSet: 'ucdp',
      sourceTitle: 'UCDP Georeferenced Event Dataset',
      url: 'https://ucdp.uu.se',
      licence: 'CC BY 4.0',
    },
    codebook: { title: 'UCDP GED Codebook', url: 'https://ucdp.uu.se/downloads/' },
  },
};
