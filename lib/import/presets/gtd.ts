import type { Preset } from '../preset';

/** The Global Terrorism Database. Nought is an unknown day or month, -9 and -99 are unknown numbers. */
export const gtd: Preset = {
  key: 'gtd',
  title: 'Global Terrorism Database',
  columns: ['eventid', 'iyear', 'imonth', 'iday', 'country_txt', 'attacktype1_txt', 'nkill'],
  set: {
    key: 'gtd',
    title: 'Global Terrorism Database',
    description: 'Terrorist attacks coded by START, University of Maryland.',
    attribution: 'Global Terrorism Database, START',
    licence: 'GTD end user licence: not to be passed on',
    url: 'https://www.start.umd.edu/gtd',
  },
  mapping: {
    way: 'rows',
    preset: 'gtd',
    fields: {
      externalId: 'eventid',
      title: '{attacktype1_txt}[ on {targtype1_txt}][: {city}], {country_txt}',
      summary: '{summary}',
      place: ['country_txt'],
      locality: '{city}',
      latitude: 'latitude',
      longitude: 'longitude',
      sourceTitle: '{scite1}',
      actors: [
        { column: 'gname', role: 'perpetrator' },
        { column: 'target1', role: 'target' },
      ],
      measures: [
        { column: 'nkill', measure: 'killed', unit: 'people' },
        { column: 'nwound', measure: 'injured', unit: 'people' },
      ],
    },
    date: { kind: 'parts', year: 'iyear', month: 'imonth', day: 'iday' },
    unknown: ['-9', '-99', 'NA', '.'],
    rules: [
      // What the coders doubt to be terrorism is not said to be.
      {
        when: [
          { column: 'doubtterr', is: ['1'] },
          { column: 'success', is: ['0'] },
        ],
        type: 'plot',
        confidence: 'disputed',
      },
      { when: [{ column: 'doubtterr', is: ['1'] }], type: 'attack', confidence: 'disputed' },
      { when: [{ column: 'success', is: ['0'] }], type: 'plot' },
    ],
    defaults: {
      type: 'attack',
      pillars: ['pursue'],
      confidence: 'reported',
      sourceSet: 'gtd',
      sourceTitle: 'Global Terrorism Database',
      url: 'https://www.start.umd.edu/gtd',
      licence: 'GTD end user licence',
    },
    codebook: { title: 'GTD Codebook', url: 'https://www.start.umd.edu/gtd/downloads/Codebook.pdf' },
  },
};
