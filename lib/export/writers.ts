import type { EventWriter } from './export-event';
import type { ExportFormat } from './formats';
import { writeCsv } from './write-csv';
import { writeGeojson } from './write-geojson';
import { writeJson, writeNdjson } from './write-json';

/** Who writes each format. */
export const eventWriters: Record<ExportFormat, EventWriter> = {
  csv: writeCsv,
  json: writeJson,
  ndjson: writeNdjson,
  geojson: writeGeojson,
};
