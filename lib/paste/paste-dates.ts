import { parseDateWords } from '../date-words';
import { formatDay } from '../days';
import { take, TAKEN, type PasteText } from './paste-text';

const DATE =
  /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}, [a-z]{3,9}\.? \d{1,2}|\d{4}, \d{1,2} [a-z]{3,9})\b/gi;

/** A single day as citations write one, as the form writes it; APA has the year first: "2020, March 23". */
function dayWords(written: string): string | null {
  const turned = /^\d{4}, /.test(written) ? `${written.slice(6)} ${written.slice(0, 4)}` : written;
  const span = parseDateWords(turned);
  return span?.precision === 'day' && span.startsOn === span.endsOn ? formatDay(span.startsOn) : null;
}

const READ_ON = /(?:last )?(?:accessed|retrieved|viewed|consulted|read)(?: on)? ?:? ?$/i;
const PUBLISHED_ON = /(?:published|posted|dated|first published)(?: on)? ?:? ?$/i;
const BEFORE = `${TAKEN},(["“”’.;|–—\n`;
const AFTER = `${TAKEN},)].;:|<(\n`;

/** Words before a date that say which date it is: where they begin, or null. */
function lead(paste: PasteText, at: number, words: RegExp): number | null {
  const before = paste.left.slice(Math.max(0, at - 30), at);
  const found = words.exec(before);
  if (!found || /[\p{L}\p{N}]$/u.test(before.slice(0, found.index))) return null;
  return at - (before.length - found.index);
}

/** True where signs or ends stand on both sides: a date among the words of a title is part of the title. */
function standsAlone({ left }: PasteText, start: number, end: number): boolean {
  const before = left.slice(0, start).trimEnd().at(-1);
  const after = left.slice(end).trimStart()[0];
  const newLine = /\n\s?$/.test(left.slice(Math.max(0, start - 2), start));
  return (
    (before === undefined || newLine || BEFORE.includes(before)) &&
    (after === undefined || AFTER.includes(after))
  );
}

const YEAR = /\((\d{4})\)/;
const DAY_AND_MONTH = /\b\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\b/gi;

/** Harvard parts the day of a newspaper: the year after its author, the day and month at the end. */
function takeParted(paste: PasteText): string | undefined {
  const year = YEAR.exec(paste.left);
  if (!year) return undefined;
  for (const { 0: written, index } of paste.left.matchAll(DAY_AND_MONTH)) {
    const day = index > year.index ? dayWords(`${written} ${year[1]}`) : null;
    if (!day || !standsAlone(paste, index, index + written.length)) continue;
    take(paste, year.index + 1, year.index + 5, 'publishedOn');
    take(paste, index, index + written.length, 'publishedOn');
    return day;
  }
  return undefined;
}

/** Takes the day on which the source was read, and the one on which it was published. */
export function takeDates(paste: PasteText): { publishedOn?: string; accessedOn?: string } {
  const found: { publishedOn?: string; accessedOn?: string } = {};
  for (const { 0: written, index } of paste.left.matchAll(DATE)) {
    const day = dayWords(written);
    if (!day) continue;
    const end = index + written.length;
    const read = lead(paste, index, READ_ON);
    const published = lead(paste, index, PUBLISHED_ON);
    const field = read !== null ? 'accessedOn' : 'publishedOn';
    if (found[field] || (read === null && published === null && !standsAlone(paste, index, end))) continue;
    found[field] = day;
    take(paste, index, end, field);
    const from = read ?? published;
    if (from !== null) take(paste, from, index, null);
  }
  const parted = found.publishedOn ? undefined : takeParted(paste);
  return parted ? { ...found, publishedOn: parted } : found;
}
