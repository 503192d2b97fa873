import { dayFromNumber, dayNumber, formatDay, type Day } from './days';
import { xOf, type Scale } from './timeline-scale';
import type { TimelineColumns } from './timeline-columns';
import { textWidth } from './timeline-text';
import type { Span } from './timeline';

export const NOTE_TEXT = 12;
const GAP = 12;

/** A line through the lanes with a name below the axis: today, the first and the last event. */
export interface Note {
  kind: 'today' | 'first' | 'last';
  x: number;
  /** Empty where another note is in the way. */
  text: string;
  anchor: 'start' | 'middle' | 'end';
}

/** A day that is noted; x is where it begins on the screen. */
export interface NotedDay {
  kind: Note['kind'];
  day: number;
  text: string;
}

/** Today, and the ends of the data; `whole` where the columns are not all of it: its first start and last end. */
export function notedDays({ start, end }: TimelineColumns, today: Day, whole?: Span): NotedDay[] {
  const now: NotedDay = { kind: 'today', day: dayNumber(today) + 0.5, text: 'Today' };
  const first = whole?.from ?? start[0];
  if (first === undefined) return [now];
  const last = whole ? whole.to - 1 : end.reduce((latest, day) => Math.max(latest, day), first);
  return [
    now,
    { kind: 'first', day: first, text: `First event, ${formatDay(dayFromNumber(first))}` },
    { kind: 'last', day: last + 1, text: `Last event, ${formatDay(dayFromNumber(last))}` },
  ];
}

/** The notes in view; of two whose names would overlap the first keeps its name. */
export function notesOf(days: readonly NotedDay[], scale: Scale): Note[] {
  const placed: [number, number][] = [];
  return days
    .map(({ kind, day, text }): Note & { width: number } => {
      const x = xOf(scale, day);
      const width = textWidth(text, NOTE_TEXT);
      const anchor = x - width / 2 < scale.left ? 'start' : x + width / 2 > scale.right ? 'end' : 'middle';
      return { kind, x, text, anchor, width };
    })
    .filter(({ x }) => x >= scale.left && x <= scale.right)
    .map(({ width, ...note }) => {
      const from = note.x - { start: 0, middle: width / 2, end: width }[note.anchor];
      if (placed.some(([a, b]) => from < b + GAP && from + width + GAP > a)) return { ...note, text: '' };
      placed.push([from, from + width]);
      return note;
    });
}
