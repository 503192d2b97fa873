import type { Preset } from '../preset';

const category = (...is: string[]) => ({ column: 'CATEGORY', is });

/** ACAPS's workbook of government measures against Covid-19, one row a measure. */
export const acaps: Preset = {
  key: 'acaps',
  title: 'ACAPS government measures',
  columns: ['id', 'country', 'iso', 'log_type', 'category', 'measure', 'date_implemented', 'comments'],
  set: {
    key: 'acaps',
    title: 'ACAPS Covid-19 government measures',
    description: 'Measures of governments against Covid-19, as ACAPS recorded them.',
    attribution: 'ACAPS, Covid-19 Government Measures Dataset',
    licence: null,
    url: 'https://www.acaps.org',
  },
  mapping: {
    way: 'rows',
    preset: 'acaps',
    fields: {
      externalId: 'ID',
      title: '{MEASURE}[: {ADMIN_LEVEL_NAME}], {COUNTRY}',
      summary: '{LOG_TYPE}: {MEASURE}, {COUNTRY}[. {COMMENTS}]',
      place: ['ISO', 'COUNTRY'],
      locality: '{ADMIN_LEVEL_NAME}',
      sourceTitle: '{SOURCE}',
      url: 'LINK',
    },
    date: { kind: 'day', column: 'DATE_IMPLEMENTED', order: 'dmy' },
    rules: [
      {
        when: [{ column: 'MEASURE', is: ['Military deployment'] }],
        type: 'operations',
        pillars: ['protect'],
      },
      {
        when: [{ column: 'MEASURE', is: ['Economic measures', 'Limit product imports/exports'] }],
        type: 'economic',
        pillars: ['prepare'],
      },
      {
        when: [category('Movement restrictions', 'Lockdown')],
        type: 'lockdown',
        pillars: ['protect', 'prepare'],
      },
      { when: [category('Social distancing')], type: 'lockdown', pillars: ['prepare'] },
      {
        when: [
          category(
            'Public health measures',
            'Governance and socio-economic measures',
            'Humanitarian exemption',
          ),
        ],
        type: 'policy',
        pillars: ['prepare'],
      },
    ],
    defaults: {
      type: 'policy',
      pillars: ['prepare'],
      confidence: 'reported',
      sourceSet: 'acaps',
      sourceTitle: 'ACAPS Covid-19 Government Measures Dataset',
      url: 'https://www.acaps.org',
    },
    codebook: { title: 'The sheet “Dictionary” of the workbook', url: 'https://www.acaps.org' },
  },
};
