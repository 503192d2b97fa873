import { z } from 'zod';
import { isDay } from './days';

export const sortKeys = ['date', 'type', 'place'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Sort {
  by: SortKey;
  descending: boolean;
}

/** Where a page begins: the sort values and id of the row beside it. */
export interface Cursor {
  key: string;
  day: string;
  id: number;
}

/** Newest first, unless a column was chosen: names then run from A to Z. */
export function parseSort(by: string | undefined, direction: string | undefined): Sort {
  const key = sortKeys.find((one) => one === by) ?? 'date';
  const descending = direction === 'asc' ? false : direction === 'desc' ? true : key === 'date';
  return { by: key, descending };
}

/** Only what the database takes as text, date and int4: anyone can write a cursor. */
const cursorSchema = z.tuple([
  z
    .string()
    .max(200)
    .regex(/^[^\0]*$/),
  z.string().refine(isDay),
  z.int32().positive(),
]);

/** The cursor as it stands in a URL. */
export function encodeCursor({ key, day, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, day, id])).toString('base64url');
}

/** Reads a cursor from a URL; null where it was not made by encodeCursor, so that a mangled link shows the first page. */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  try {
    const [key, day, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { key, day, id };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
