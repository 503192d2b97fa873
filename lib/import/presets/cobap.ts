import type { Preset } from '../preset';

/** The COVID Border Accountability Project: closures of borders with their first and last day (month_day_year). */
export const cobap: Preset = {
  key: 'cobap',
  title: 'COVID Border Accountability Project',
  columns: ['id', 'country_name', 'iso3', 'policy_type', 'policy_subtype', 'start_date', 'end_date'],
  set: {
    key: 'cobap',
    title: 'COVID Border Accountability Project',
    description: 'Closures of borders to some or all travellers, by country, with their first and last day.',
    attribution: 'COVID Border Accountability Project (Shiraef and others 2021)',
    licence: 'GPL-3.0',
    url: 'https://covidborderaccountability.org',
  },
  mapping: {
    way: 'rows',
    preset: 'cobap',
    fields: {
      externalId: 'ID',
      title: 'Border closure ({POLICY_TYPE}, {POLICY_SUBTYPE}), {COUNTRY_NAME}',
      summary: 'Border closure of {COUNTRY_NAME}: {POLICY_TYPE}, {POLICY_SUBTYPE}[. {COMMENTS}]',
      place: ['ISO2', 'ISO3', 'COUNTRY_NAME'],
      url: 'INTERNAL_GOVT_SOURCE',
    },
    date: { kind: 'day', column: 'START_DATE', end: 'END_DATE', order: 'mdy' },
    // A closure without a last day is told by the day on which it began.
    unknown: ['NONE', 'NA'],
    rules: [
      { when: [{ column: 'POLICY_TYPE', is: ['NOPOLICYIMPLEMENTED'] }], skip: 'No policy was implemented' },
      {
        when: [{ column: 'SOURCE_QUALITY', is: ['Very Sure', 'Sure'] }],
        type: 'lockdown',
        pillars: ['protect'],
        confidence: 'confirmed',
      },
    ],
    defaults: {
      type: 'lockdown',
      pillars: ['protect'],
      confidence: 'reported',
      sourceSet: 'cobap',
      sourceTitle: 'COVID Border Accountability Project',
      url: 'https://covidborderaccountability.org',
      licence: 'GPL-3.0',
    },
    codebook: { title: 'COBAP data codebook', url: 'https://covidborderaccountability.org' },
  },
};
