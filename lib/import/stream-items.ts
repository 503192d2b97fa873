import { ImportProblem } from './import-problem';
import { readText } from './text-encoding';

/** Members of the outermost object that may hold the list. */
export const LISTS: ReadonlySet<string> = new Set(['data', 'events', 'features', 'rows', 'results']);
/** No event is longer; a longer item is a file that is something else. */
const MOST_IN_ITEM = 4_000_000;

const QUOTE = 34;
const BACKSLASH = 92;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, COMMA, COLON] = [91, 93, 123, 125, 44, 58];

const broken = (where: string): ImportProblem =>
  new ImportProblem('broken', `The file is no JSON that holds a list of rows: ${where}.`);

/**
 * Walks through JSON text character by character, keeping depth and strings, and cuts the items of the list out of it;
 * each is then parsed by itself, so that memory holds one. stream-json would do it too, but is not for untrusted input.
 */
class Cutter {
  /** The member that holds the list; '' for a list that is the whole file; null before it was found. */
  list: string | null = null;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Text since the last cut, as far as it may be needed. */
  #held = '';
  /** Depth of the list's own bracket. */
  #listDepth = -1;
  #key = '';

  /** The items that end in this chunk. */
  *take(chunk: string): Generator<string> {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === BACKSLASH) this.#escaped = true;
        else if (code === QUOTE) this.#inString = false;
        continue;
      }
      if (code === QUOTE) this.#inString = true;
      else if (code === OPEN_LIST || code === OPEN_OBJECT) {
        if (this.#opensList(code, this.#held + chunk.slice(from, i))) [this.#held, from] = ['', i + 1];
        this.#depth++;
      } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
        this.#depth--;
        if (this.#depth === this.#listDepth) {
          const last = this.#held + chunk.slice(from, i);
          if (last.trim()) yield last;
          this.#listDepth = -2;
          [this.#held, from] = ['', i + 1];
        }
      } else if (this.#listDepth >= 0 && code === COMMA && this.#depth === this.#listDepth + 1) {
        yield this.#held + chunk.slice(from, i);
        [this.#held, from] = ['', i + 1];
      } else if (this.#listDepth === -1 && this.#depth === 1 && (code === COLON || code === COMMA)) {
        if (code === COLON) this.#key = this.#held + chunk.slice(from, i);
        [this.#held, from] = ['', i + 1];
      }
    }
    // After the list nothing is needed any more.
    this.#held = this.#listDepth === -2 ? '' : this.#held + chunk.slice(from);
    if (this.#held.length > MOST_IN_ITEM) throw broken('one row is longer than 4 million characters');
  }

  /** True where this bracket opens the list of rows. */
  #opensList(code: number, before: string): boolean {
    if (this.#listDepth !== -1 || code !== OPEN_LIST) return false;
    if (this.#depth === 0) this.list = '';
    else if (this.#depth === 1 && before.trim() === '' && LISTS.has(keyOf(this.#key)))
      this.list = keyOf(this.#key);
    else return false;
    this.#listDepth = this.#depth;
    return true;
  }

  /** Whether the list was found and closed. */
  get whole(): boolean {
    return this.#listDepth === -2 && this.#depth === 0;
  }
}

function keyOf(text: string): string {
  try {
    return String(JSON.parse(text.trim()));
  } catch {
    return '';
  }
}

/** The items of the list that a JSON file holds, one by one, and the member in which it stands ('' for the file itself). */
export async function streamItems(path: string): Promise<{ list: string; items: AsyncGenerator }> {
  const cutter = new Cutter();
  async function* all(): AsyncGenerator {
    let count = 0;
    for await (const text of readText(path, 'utf-8'))
      for (const item of cutter.take(text)) {
        count++;
        try {
          yield JSON.parse(item);
        } catch {
          throw broken(`row ${count} cannot be read`);
        }
      }
    if (!cutter.whole) throw broken(cutter.list === null ? 'there is none' : `it ends after row ${count}`);
  }
  const items = all();
  // The list's name is known once its first item is.
  const first = await items.next();
  async function* rest(): AsyncGenerator {
    if (first.done) return;
    yield first.value;
    yield* items;
  }
  return { list: cutter.list ?? '', items: rest() };
}
