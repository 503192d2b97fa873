import type { Day } from '../days';
import { instant as inUtc } from './file-words';

/** Octets in a line of iCalendar before it is folded (RFC 5545, 3.1). */
const LINE = 75;

/** Octets of a character in UTF-8; half a pair counts as the sign that takes its place. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** A line of ASCII alone: an octet a character. */
const ASCII = /^[\u0020-\u007E]*$/;

function foldedAscii(line: string): string {
  let text = line.slice(0, LINE);
  for (let at = LINE; at < line.length; at += LINE - 1) text += `\r\n ${line.slice(at, at + LINE - 1)}`;
  return `${text}\r\n`;
}

/** A line with its end, folded between characters so that no part is longer than the standard has it. */
export function folded(line: string): string {
  if (ASCII.test(line)) return foldedAscii(line);
  let text = '';
  let from = 0;
  let at = 0;
  let size = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (size + octets > LINE) {
      text += `${line.slice(from, at)}\r\n `;
      from = at;
      size = 1;
    }
    at += character.length;
    size += octets;
  }
  return `${text}${line.slice(from)}\r\n`;
}

// oxlint-disable-next-line no-control-regex -- these are the characters that are meant
const NOT_PLAIN = /[\\;,\u0000-\u001F\u007F]/;

/** Text of a value (RFC 5545, 3.3.11): no control character but the end of a line has a place in it. */
export function icalText(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return (
    text
      .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
      .replaceAll(/\r\n|\r|\n/g, '\\n')
      // oxlint-disable-next-line no-control-regex -- these are the characters that are meant
      .replaceAll(/[\u0000-\u001F\u007F]/g, ' ')
  );
}

/** A value of type DATE. */
export function icalDay(day: Day): string {
  return day.slice(0, 4) + day.slice(5, 7) + day.slice(8);
}

/** A value of type DATE-TIME in UTC, of an instant as Postgres writes it. */
export function icalInstant(instant: string): string {
  const utc = inUtc(instant);
  return `${icalDay(utc.slice(0, 10))}T${utc.slice(11, 13)}${utc.slice(14, 16)}${utc.slice(17, 19)}Z`;
}
