import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { ImportProblem } from './import-problem';

export type XmlEvent =
  | { kind: 'open'; name: string; attributes: Record<string, string> }
  | { kind: 'text'; text: string }
  | { kind: 'close'; name: string };

/** Text in one element beyond this is no cell. */
const MOST_TEXT = 4_000_000;

/** A parser that keeps what it has met since it was last asked, and why it must not go on. */
class Collector {
  readonly parser = new SaxesParser();
  failure: Error | null = null;
  #events: XmlEvent[] = [];

  constructor() {
    const local = (name: string): string => name.slice(name.indexOf(':') + 1);
    this.parser.on('doctype', () => {
      this.failure = new ImportProblem('unsafe', 'The workbook declares a document type: it was not opened.');
    });
    this.parser.on('error', ({ message }) => {
      this.failure ??= new ImportProblem('broken', `The workbook is damaged: ${message}.`);
    });
    this.parser.on('opentag', ({ name, attributes }) => {
      const plain = Object.entries(attributes).map(([key, value]) => [local(key), value]);
      this.#events.push({
        kind: 'open',
        name: local(name),
        attributes: Object.fromEntries(plain) as Record<string, string>,
      });
    });
    this.parser.on('text', (text) => {
      if (text.length > MOST_TEXT)
        this.failure ??= new ImportProblem('unsafe', 'One cell holds more than 4 million characters.');
      this.#events.push({ kind: 'text', text });
    });
    this.parser.on('closetag', ({ name }) => this.#events.push({ kind: 'close', name: local(name) }));
  }

  /** What was met since the last call; throws where it must not go on. */
  take(): XmlEvent[] {
    if (this.failure) throw this.failure;
    const events = this.#events;
    this.#events = [];
    return events;
  }
}

/**
 * The elements of an XML stream, namespaces left off, in batches as they come. A document type is refused: no workbook has
 * one, and it is how entities are made to multiply (billion laughs) or to fetch (XXE).
 */
export async function* xmlEvents(stream: Readable): AsyncGenerator<XmlEvent[]> {
  const collector = new Collector();
  stream.setEncoding('utf8');
  try {
    for await (const chunk of stream) {
      collector.parser.write(chunk as string);
      yield collector.take();
    }
    collector.parser.close();
    yield collector.take();
  } catch (error) {
    if (error instanceof ImportProblem) throw error;
    throw new ImportProblem('broken', 'The workbook is damaged: it cannot be unpacked.');
  }
}
