import { hasLetter, take, TAKEN, trimmed, type PastedField, type PasteText } from './paste-text';

type Words = Partial<Record<PastedField, string>>;

/** The most characters that a field holds (lib/event.ts). */
const MOST = { title: 300, author: 200, publisher: 200 } as const;

/** Takes a stretch as a field where it says something and fits; false where it was left. */
function takeWords(
  paste: PasteText,
  found: Words,
  field: keyof typeof MOST,
  [start, end]: readonly [number, number],
): boolean {
  // An initial's full stop is part of a name, and a closing bracket or mark of what it closes.
  const [from, to] = trimmed(paste.text, start, end);
  const stop = field === 'author' && /\b\p{Lu}$/u.test(paste.text.slice(from, to)) && paste.text[to] === '.';
  const bracket = paste.text[to] === ')' && paste.text.slice(from, to).includes('(');
  const last = stop || bracket ? Math.min(to + 1, end) : to;
  const text = paste.text.slice(from, last);
  if (found[field] || !hasLetter(text) || text.length > MOST[field]) return false;
  if (paste.left.slice(from, last).includes(TAKEN)) return false;
  found[field] = take(paste, from, last, field).replaceAll('\n', ' ');
  return true;
}

const QUOTES = [
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
  ["'", "'"],
] as const;
const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** The first stretch between quotation marks, with them; an apostrophe opens and closes nothing. */
function quoted({ left }: PasteText): [number, number] | null {
  for (const [opening, closing] of QUOTES) {
    for (let at = left.indexOf(opening); at !== -1; at = left.indexOf(opening, at + 1)) {
      if (isWord(left[at - 1])) continue;
      let end = left.indexOf(closing, at + 2);
      while (end !== -1 && isWord(left[end + 1])) end = left.indexOf(closing, end + 1);
      if (end !== -1 && hasLetter(left.slice(at, end))) return [at, end + 1];
    }
  }
  return null;
}

/** Where the stretch that begins at `start` ends: before the first of the signs, or before what is taken. */
function endOf({ left }: PasteText, start: number, signs: readonly string[]): number {
  const ends = [TAKEN, '\n', ...signs].map((sign) => left.indexOf(sign, start)).filter((at) => at !== -1);
  return Math.min(left.length, ...ends);
}

const NUMBERS = /^(?:(?:vol|no|pp?)\b|\d)/i;

const PLACE = /^\p{Lu}[\p{L} ]{2,30}: /u;

/** The publisher: the first words after the title; of "London: Home Office", there or behind a number, what follows the place. */
function takePublisher(paste: PasteText, found: Words, after: number): void {
  let first: readonly [number, number] | null = null;
  for (let start = after; start < paste.left.length;) {
    const end = endOf(paste, start, [',', ';', '(', ')', '<', '>', '|', '. ', ' - ', ' – ']);
    const [from, to] = trimmed(paste.left, start, end);
    const words = paste.left.slice(from, to);
    const place = PLACE.exec(words)?.[0].length ?? 0;
    if (hasLetter(words) && !NUMBERS.test(words)) {
      if (place > 0) first = [from + place, to];
      if (place > 0 || first) break;
      first = [from, to];
    }
    start = end + 1;
  }
  if (first) takeWords(paste, found, 'publisher', first);
}

/** Begins after the number of a note, and after "See". */
function authorStart({ left }: PasteText): number {
  const lead = /^(?:\[?\d{1,3}[\]).]? )?(?:(?:see(?: also)?|cf\.?),? )?/i.exec(left);
  return lead?.[0].length ?? 0;
}

/** Author, “Title”, Publisher: footnotes, MLA, OSCOLA, and Harvard with the year between. */
function readQuoted(paste: PasteText, found: Words): boolean {
  const marks = quoted(paste);
  if (!marks) return false;
  const [start, end] = marks;
  if (!takeWords(paste, found, 'title', [start + 1, end - 1])) return false;
  const year = paste.left.slice(0, start).search(/\((?:\d{4}[a-z]?|n\.d\.|\uE000{4,30})\)/);
  takeWords(paste, found, 'author', [authorStart(paste), year === -1 ? start : year]);
  takePublisher(paste, found, end);
  return true;
}

/** Author (2020) Title. Publisher: Harvard and APA. */
function readAuthorDate(paste: PasteText, found: Words): boolean {
  const year = /\((?:\d{4}[a-z]?|n\.d\.|\uE000{4,30})\)/.exec(paste.left);
  if (!year || !takeWords(paste, found, 'author', [authorStart(paste), year.index])) return false;
  const start = year.index + year[0].length;
  const signs = ['. ', ' [', '? ', '! ', ', London: ', ' (London: '];
  const end = endOf(paste, start + 2, signs);
  takeWords(paste, found, 'title', [start, end]);
  takePublisher(paste, found, end);
  return true;
}

/** Place and publisher, a command paper, or a publisher by its name, and the year. */
const IMPRINT =
  /\((?:[^():]{2,60}: ([^():]{2,100})|((?:CP|Cmn?d?|HC|HL) \d[\d-]*|[^():]{0,60}(?:Press|Publishing|Books|Penguin|Routledge|Palgrave|Hart|OUP|CUP|HMSO|TSO))),? (?:\d{4}|\uE000{4,30})\)/;

/** Author, Title (Place: Publisher, 2018), or (Publisher 2018): books and papers in notes. */
function readBook(paste: PasteText, found: Words): boolean {
  const imprint = IMPRINT.exec(paste.left);
  const start = authorStart(paste);
  const comma = paste.left.indexOf(', ', start);
  if (!imprint || comma === -1 || comma > imprint.index) return false;
  takeWords(paste, found, 'author', [start, comma]);
  takeWords(paste, found, 'title', [comma, imprint.index]);
  const publisher = (imprint[1] ?? imprint[2])!;
  const from = imprint.index + imprint[0].lastIndexOf(publisher);
  takeWords(paste, found, 'publisher', [from, from + publisher.length]);
  return true;
}

/** An Act or an instrument by its short title and year: Terrorism Act 2000, s 58. */
function readStatute(paste: PasteText, found: Words): boolean {
  const start = authorStart(paste);
  const act = /^\p{Lu}[^,;.\n\uE000]{2,150} (?:Act|Regulations|Order) \d{4}\b/u.exec(paste.left.slice(start));
  return act !== null && takeWords(paste, found, 'title', [start, start + act[0].length]);
}

/** Lines as a page has them: its title, "From: Home Office", "By Jane Doe"; or "Title | Publisher". */
function readPage(paste: PasteText, found: Words): boolean {
  let start = 0;
  for (const line of paste.left.split('\n')) {
    const labelled = /^(from|publisher|source|by|author)(?::| ) ?/i.exec(line);
    const end = start + line.length;
    if (labelled) {
      const field = /by|author/i.test(labelled[1]!) ? 'author' : 'publisher';
      const from = start + labelled[0].length;
      if (takeWords(paste, found, field, [from, endOf(paste, from, [])])) take(paste, start, from, null);
    } else if (!found.title) {
      const bar = Math.max(line.lastIndexOf(' | '), line.lastIndexOf(' - '), line.lastIndexOf(' – '));
      const to = bar > 0 ? start + bar : endOf(paste, start, []);
      // Words with commas between them could be author, title or publisher: no guess is made.
      if (bar > 0 || !paste.left.slice(start, to).includes(', '))
        takeWords(paste, found, 'title', [start, to]);
      if (bar > 0 && found.title) takeWords(paste, found, 'publisher', [start + bar + 3, end]);
    }
    start = end + 1;
  }
  return found.title !== undefined;
}

const LOCATOR = /\b(p|page|para|paragraph|footnote|fn)\.? (\d{1,5})\b(?![-–])/gi;
const locatorField = (word: string): 'page' | 'paragraph' | 'footnote' =>
  /^f/i.test(word) ? 'footnote' : /^para/i.test(word) ? 'paragraph' : 'page';

/** Takes the place in the work: "p. 12", "paragraph 3". A range of pages is the work's own, and left. */
function takeLocators(paste: PasteText, found: Words): void {
  for (const { 0: written, 1: word, 2: number, index } of paste.left.matchAll(LOCATOR)) {
    const field = locatorField(word!);
    if (found[field] || Number(number) < 1) continue;
    found[field] = number;
    take(paste, index, index + written.length, field);
  }
}

/** Takes title, author, publisher and the place in the work, by the first way of citing that the text has the signs of. */
export function takeWordsOf(paste: PasteText): Words {
  const found: Words = {};
  for (const read of [readQuoted, readAuthorDate, readBook, readStatute, readPage])
    if (read(paste, found)) break;
  takeLocators(paste, found);
  return found;
}
