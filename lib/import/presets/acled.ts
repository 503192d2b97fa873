import type { Preset } from '../preset';

const sub = (is: string[]) => ({ column: 'sub_event_type', is });
const kind = (...is: string[]) => ({ column: 'event_type', is });

/** ACLED's export (31 columns since March 2023). Types and pillars are ours: ACLED codes political violence, not strands of Contest. */
export const acled: Preset = {
  key: 'acled',
  title: 'ACLED',
  columns: ['event_id_cnty', 'event_date', 'event_type', 'sub_event_type', 'country', 'fatalities'],
  set: {
    key: 'acled',
    title: 'ACLED',
    description: 'Events of political violence and protest coded by ACLED.',
    attribution: 'Armed Conflict Location and Event Data (ACLED), acleddata.com',
    licence: 'ACLED terms of use',
    url: 'https://acleddata.com',
  },
  mapping: {
    way: 'rows',
    preset: 'acled',
    fields: {
      externalId: 'event_id_cnty',
      title: '{sub_event_type}[: {location}], {country}',
      summary: '{notes}',
      place: ['iso', 'iso3', 'country'],
      locality: '{location}',
      latitude: 'latitude',
      longitude: 'longitude',
      tags: 'tags',
      publisher: '{source}',
      actors: [
        { column: 'actor1', role: 'perpetrator' },
        { column: 'actor2', role: 'target' },
      ],
      measures: [{ column: 'fatalities', measure: 'killed', unit: 'people' }],
    },
    date: {
      kind: 'day',
      column: 'event_date',
      order: 'dmy',
      precision: { column: 'time_precision', values: { '1': 'day', '2': 'week', '3': 'month' } },
    },
    rules: [
      {
        when: [kind('')],
        skip: 'It has no event type. A file of Pillarwatch in ACLED’s columns does not say all: take its CSV',
      },
      {
        when: [kind('Strategic developments'), sub(['Agreement'])],
        type: 'diplomacy',
        pillars: ['prepare'],
        roles: ['other', 'other'],
      },
      {
        when: [kind('Strategic developments'), sub(['Arrests'])],
        type: 'arrest',
        pillars: ['pursue'],
        roles: ['authority', 'other'],
      },
      {
        when: [kind('Strategic developments'), sub(['Disrupted weapons use'])],
        type: 'plot',
        pillars: ['pursue'],
        roles: ['authority', 'other'],
      },
      {
        when: [kind('Strategic developments')],
        type: 'operations',
        pillars: ['pursue'],
        roles: ['other', 'other'],
      },
      { when: [kind('Battles')], type: 'operations', pillars: ['pursue'], roles: ['other', 'other'] },
      {
        when: [kind('Explosions/Remote violence', 'Violence against civilians')],
        type: 'attack',
        pillars: ['pursue'],
      },
      { when: [kind('Protests')], type: 'unrest', pillars: ['prepare'], roles: ['other', 'other'] },
      { when: [kind('Riots')], type: 'unrest', pillars: ['prepare'] },
    ],
    defaults: {
      type: 'attack',
      pillars: ['pursue'],
      confidence: 'reported',
      sourceSet: 'acled',
      sourceTitle: 'ACLED event data',
      url: 'https://acleddata.com',
      licence: 'ACLED terms of use',
    },
    codebook: { title: 'ACLED Codebook', url: 'https://acleddata.com/methodology/acled-codebook' },
  },
};
