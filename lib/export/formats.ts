/** What a filtered view can be taken away as, each with what it is for, in the order in which they are offered. */
export const exportFormats = [
  {
    code: 'csv',
    file: 'events.csv',
    contentType: 'text/csv; charset=utf-8; header=present',
    label: 'CSV',
    purpose: 'every field in one table, for any spreadsheet or statistics program; can be imported again',
    bytesPerEvent: 1200,
  },
  {
    code: 'json',
    file: 'events.json',
    contentType: 'application/json',
    label: 'JSON',
    purpose: 'the full record with its sources, for programs; can be imported again',
    bytesPerEvent: 1700,
  },
  {
    code: 'ndjson',
    file: 'events.ndjson',
    contentType: 'application/x-ndjson',
    label: 'NDJSON',
    purpose: 'the same, one event a line, for large files',
    bytesPerEvent: 1700,
  },
  {
    code: 'geojson',
    file: 'events.geojson',
    contentType: 'application/geo+json',
    label: 'GeoJSON',
    purpose: 'for maps, such as QGIS',
    bytesPerEvent: 1800,
  },
] as const;

export type ExportFormat = (typeof exportFormats)[number]['code'];
