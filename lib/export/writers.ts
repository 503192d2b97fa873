import type { EventWriter } from './export-event';
import type { ExportFormat } from './formats';
import { writeAcled } from './write-acled';
import { writeAtom } from './write-atom';
import { writeCalendar } from './write-calendar';
import { writeCsv } from './write-csv';
import { writeGeojson } from './write-geojson';
import { writeJson, writeNdjson } from './write-json';
import { writeTimelinejs } from './write-timelinejs';
import { writeXlsx } from './write-xlsx';

/** Who writes each format. */
export const eventWriters: Record<ExportFormat, EventWriter> = {
  csv: writeCsv,
  json: writeJson,
  ndjson: writeNdjson,
  geojson: writeGeojson,
  xlsx: writeXlsx,
  ics: writeCalendar,
  atom: writeAtom,
  timelinejs: writeTimelinejs,
  acled: writeAcled,
};
