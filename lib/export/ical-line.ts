import type { Day } from '../days';

/** Octets in a line of iCalendar before it is folded (RFC 5545, 3.1). */
const LINE = 75;
const encoder = new TextEncoder();

/** A line with its end, folded between characters so that no part is longer than the standard has it. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > LINE) {
      parts.push(part);
      part = ' ';
      size = 1;
    }
    part += character;
    size += octets;
  }
  return `${[...parts, part].join('\r\n')}\r\n`;
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
