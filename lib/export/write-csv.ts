import { csvHead, csvLine } from '../csv';
import { eventCells, eventColumns } from './event-columns';
import type { EventWriter } from './export-event';

/** One row an event, by RFC 4180; `readEventRow` reads it back. */
export const writeCsv: EventWriter = async function* (events, context) {
  yield csvHead(eventColumns.map(({ name }) => name));
  for await (const event of events) yield csvLine(eventCells(event, context));
};
