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

/** Ends of lines to Unicode, and to readers that split a text by them (Python's `splitlines`), though not to JSON. */
const MORE_LINE_ENDS = /[\u0085\u2028\u2029]/g;
const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** One JSON document a line, an event each: each line says its own marking. */
export const writeNdjson: EventWriter = async function* (events, context) {
  for await (const event of events)
    yield `${JSON.stringify(eventJson(event, context)).replaceAll(MORE_LINE_ENDS, escaped)}\n`;
};
