import { csvLine } from '../csv';
import { acledColumns } from './acled-columns';
import { eventsWith, type EventWriter } from './export-event';

/**
 * Events in the columns of ACLED's export, for tools made for it. What the record does not know, or codes in another way,
 * is left empty. As in ACLED's own files no byte order mark stands before the first column.
 */
export const writeAcled: EventWriter = async function* (events) {
  yield csvLine(acledColumns.map(({ name }) => name));
  const all = eventsWith(events, 'actors', 'measures', 'sources', 'externalIds');
  for await (const event of all) yield csvLine(acledColumns.map(({ cell }) => cell(event)));
};
