import { textWidth } from './timeline-text';

/** The text in lines no wider than the room, broken at spaces; a word wider than that stands alone and sticks out. */
export function wrapped(text: string, room: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size, bold) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Items laid out from left to right in rows of so much room: where each begins, and how many rows there are. */
export function inRows(
  widths: readonly number[],
  room: number,
  gap: number,
): { places: { x: number; row: number }[]; rows: number } {
  let x = 0;
  let row = 0;
  const places = widths.map((width) => {
    if (x > 0 && x + width > room) [x, row] = [0, row + 1];
    const place = { x, row };
    x += width + gap;
    return place;
  });
  return { places, rows: widths.length === 0 ? 0 : row + 1 };
}
