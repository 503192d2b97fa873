/** What of a source a pasted text can tell. */
export type PastedField =
  | 'title'
  | 'author'
  | 'publisher'
  | 'publishedOn'
  | 'accessedOn'
  | 'url'
  | 'archiveUrl'
  | 'page'
  | 'paragraph'
  | 'footnote';

/** A stretch of the text that was understood: as a field, or as words that only lead to one ("Available at:"). */
export interface Understood {
  field: PastedField | null;
  text: string;
}

/** Stands in `left` for each character that is understood already; no text of a person has it. */
export const TAKEN = '\uE000';

/** A text that is being read: `left` is as long as `text`, with what was taken from it blotted out. */
export interface PasteText {
  text: string;
  left: string;
  understood: Understood[];
}

const LETTER = /\p{L}/u;
export const hasLetter = (text: string): boolean => LETTER.test(text);

/** Spaces in one form, so that what reads the text need not think of them; lines stay. */
export function pasteText(typed: string): PasteText {
  const text = typed
    .replaceAll(TAKEN, ' ')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\S\n]/g, ' ')
    .split('\n')
    .map((line) => line.split(' ').filter(Boolean).join(' '))
    .join('\n')
    .trim();
  return { text, left: text, understood: [] };
}

/** Takes from `start` to before `end`: nobody reads it again. */
export function take(paste: PasteText, start: number, end: number, field: PastedField | null): string {
  const text = paste.text.slice(start, end);
  paste.left = paste.left.slice(0, start) + TAKEN.repeat(end - start) + paste.left.slice(end);
  paste.understood.push({ field, text });
  return text;
}

const EDGES = ' \n,.;:|-–—()<>[]{}"“”‘’\'';

/** Start and end of a stretch without the signs at its edges that only part it from its neighbours. */
export function trimmed(text: string, start: number, end: number, keep = ''): [number, number] {
  const loose = (at: number): boolean => EDGES.includes(text[at]!) && !keep.includes(text[at]!);
  let [from, to] = [start, end];
  while (from < to && loose(from)) from++;
  while (to > from && loose(to - 1)) to--;
  return [from, to];
}

/** What nobody understood, word for word, a stretch a line; signs that only parted what was taken are left out. */
export function leftOver({ text, left }: PasteText): string {
  const lines: string[] = [];
  for (let start = 0; start < left.length;) {
    let end = left.indexOf(TAKEN, start);
    if (end === -1) end = left.length;
    const line = text.slice(...trimmed(text, start, end));
    if (/[\p{L}\p{N}]/u.test(line)) lines.push(line);
    for (start = end; left[start] === TAKEN;) start++;
  }
  return lines.join('\n');
}
