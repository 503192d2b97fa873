import { dayNumber, type Day } from './days';
import { xOf, type Scale } from './timeline-scale';

/** A note of an editor, as the timeline needs it. */
export interface EditorNote {
  number: number;
  startsOn: Day;
  endsOn: Day;
  words: string;
}

/** A note over the lanes: its number at the middle of its days. */
export interface Pin {
  note: EditorNote;
  x: number;
  /** Its days, as far as they are in view. */
  from: number;
  to: number;
  row: number;
}

export const PIN_RADIUS = 9;
/** The height of a row of numbers. */
export const PIN_ROW = 24;
const MOST_ROWS = 3;

/** The notes in view, in rows by first fit over all of them, so that a pan moves none from row to row. */
export function pinsOf(notes: readonly EditorNote[], scale: Scale): { pins: Pin[]; rows: number } {
  const ends: number[] = [];
  const pins = notes.map((note): Pin => {
    const [start, end] = [xOf(scale, dayNumber(note.startsOn)), xOf(scale, dayNumber(note.endsOn) + 1)];
    const middle = (start + end) / 2;
    const free = [...ends, -Infinity].findIndex((taken) => taken <= middle - PIN_RADIUS);
    const row = Math.min(free, MOST_ROWS - 1);
    ends[row] = middle + PIN_RADIUS + 2;
    const [from, to] = [Math.max(start, scale.left), Math.min(end, scale.right)];
    const x = Math.min(Math.max(middle, scale.left + PIN_RADIUS), scale.right - PIN_RADIUS);
    return { note, x, from, to, row };
  });
  const seen = pins.filter(({ from, to }) => to > scale.left && from < scale.right);
  return { pins: seen, rows: Math.max(0, ...seen.map(({ row }) => row + 1)) };
}
