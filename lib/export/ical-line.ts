import type { Day } from '../days';

/** Octets in a line of iCalendar before it is folded (RFC 5545, 3.1). */
const LINE = 75;

/** Octets of a character in UTF-8; half a pair counts as the sign that takes its place. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** A line with its end, folded between characters so that no part is longer than the standard has it. */
export function folded(line: string): string {
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

/** Text of a value (RFC 5545, 3.3.11): no control character but the end of a line has a place in it. */
export function icalText(text: string): string {
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
  return day.replaceAll('-', '');
}

/** A value of type DATE-TIME in UTC. */
export function icalInstant(instant: string): string {
  return new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}
