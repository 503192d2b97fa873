import type { EventWriter } from './export-event';
import { eventJson, fileJson } from './event-json';

/** One JSON document: what the file is (`about`), then every event (`data`), one a line. */
export const writeJson: EventWriter = async function* (events, context) {
  yield `{"about":${JSON.stringify(fileJson(context))},\n"data":[`;
  let first = true;
  for await (const event of events) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(eventJson(event, context))}`;
    first = false;
  }
  yield '\n]}\n';
};

/** One JSON document a line, an event each: each line says its own marking. */
export const writeNdjson: EventWriter = async function* (events, context) {
  for await (const event of events) yield `${JSON.stringify(eventJson(event, context))}\n`;
};
