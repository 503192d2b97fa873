/**
 * What a filtered view can be taken away as, each with what it is for, in the order in which they are offered.
 * `bytesPerEvent` is roughly what an event of the coded corpus takes, and `bytesFixed` what a file without events does, to
 * say beforehand how large it will be.
 */
export const exportFormats = [
  {
    code: 'xlsx',
    file: 'events.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'Excel workbook (XLSX)',
    purpose:
      'for reading and sorting: sheets of events, sources, actors and measures, and a cover; can be imported again',
    bytesFixed: 15_000,
    bytesPerEvent: 370,
  },
  {
    code: 'csv',
    file: 'events.csv',
    contentType: 'text/csv; charset=utf-8; header=present',
    label: 'CSV',
    purpose: 'every field in one table, for any spreadsheet or statistics program; can be imported again',
    bytesFixed: 600,
    bytesPerEvent: 1300,
  },
  {
    code: 'json',
    file: 'events.json',
    contentType: 'application/json',
    label: 'JSON',
    purpose: 'the full record with its sources, for programs; can be imported again',
    bytesFixed: 600,
    bytesPerEvent: 1700,
  },
  {
    code: 'ndjson',
    file: 'events.ndjson',
    contentType: 'application/x-ndjson',
    label: 'NDJSON',
    purpose: 'the same with one event a line, for large files',
    bytesFixed: 600,
    bytesPerEvent: 1700,
  },
  {
    code: 'geojson',
    file: 'events.geojson',
    contentType: 'application/geo+json',
    label: 'GeoJSON',
    purpose: 'for maps, such as QGIS: the full record with its point; can be imported again',
    bytesFixed: 600,
    bytesPerEvent: 1850,
  },
  {
    code: 'ics',
    file: 'events.ics',
    contentType: 'text/calendar; charset=utf-8',
    label: 'Calendar (iCalendar)',
    purpose: 'for Outlook and other calendars',
    bytesFixed: 600,
    bytesPerEvent: 810,
  },
  {
    code: 'timelinejs',
    file: 'events.timelinejs.json',
    contentType: 'application/json',
    label: 'TimelineJS',
    purpose: 'for a timeline of your own with Knight Lab’s TimelineJS',
    bytesFixed: 600,
    bytesPerEvent: 810,
  },
  {
    code: 'acled',
    file: 'events.acled.csv',
    contentType: 'text/csv; charset=utf-8; header=present',
    label: 'CSV in ACLED’s columns',
    purpose: 'for tools made for ACLED; what the record does not know is empty',
    bytesFixed: 600,
    bytesPerEvent: 390,
  },
  {
    code: 'atom',
    file: 'events.atom',
    contentType: 'application/atom+xml; charset=utf-8',
    label: 'Feed (Atom)',
    purpose: 'for feed readers: the newest changes first, 50 on a page that leads to the next',
    bytesFixed: 600,
    bytesPerEvent: 2000,
  },
] as const;

export type ExportFormat = (typeof exportFormats)[number]['code'];
