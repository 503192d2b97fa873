import { dayFromNumber } from '@/lib/days';
import { ImportProblem } from './import-problem';
import { MOST_COLUMNS } from './source-row';
import { xmlEvents } from './xml-events';
import type { Archive } from './zip-entries';

/** "AB" as 27: the position of a column. */
function columnOf(reference: string): number {
  let number = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    number = number * 26 + code;
  }
  return number - 1;
}

/** Days from 1970 to the day that a workbook counts as nought (its 1900 was wrongly a leap year: nothing before March holds). */
const dayZero = (from1904: boolean): number => (from1904 ? -24_107 : -25_569);

/** What is needed to read the cells of a workbook: its texts, which of its styles are dates, and from when it counts days. */
export interface Reading {
  texts: readonly string[];
  dates: readonly boolean[];
  from1904: boolean;
}

/** A cell as people see it: a date as 2020-03-23, a number as it is, a formula as its last result. */
function cellText(type: string, style: number, raw: string, { texts, dates, from1904 }: Reading): string {
  if (type === 's') return texts[Number(raw)] ?? '';
  if (type === 'inlineStr') return plainText(raw);
  if (type === 'e') return '';
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
  const isNumber = type === '' || type === 'n';
  if (!isNumber || raw === '' || !dates[style]) return raw;
  const days = Number(raw) + dayZero(from1904);
  return Number.isFinite(days) && Math.abs(days) < 3_000_000 ? dayFromNumber(Math.floor(days)) : raw;
}

/** ECMA-376, ST_Xstring: what XML cannot hold stands as _xHHHH_. */
export const plainText = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** Rows of a sheet with their numbers in it; empty ones are left out. */
export async function* sheetRows(
  archive: Archive,
  path: string,
  reading: Reading,
): AsyncGenerator<{ row: number; values: string[] }> {
  let [row, at, style, type, raw, inValue] = [0, 0, 0, '', '', false];
  let values: string[] = [];
  for await (const events of xmlEvents(await archive.entries.get(path)!.open())) {
    for (const event of events) {
      if (event.kind === 'text') {
        if (inValue) raw += event.text;
      } else if (event.kind === 'open') {
        const { name, attributes } = event;
        if (name === 'row') [row, at, values] = [Number(attributes.r ?? row + 1), 0, []];
        else if (name === 'c') {
          at = attributes.r ? columnOf(attributes.r) : at;
          if (at >= MOST_COLUMNS)
            throw new ImportProblem('too-wide', `Row ${row} has more than ${MOST_COLUMNS} cells.`);
          [type, style, raw] = [attributes.t ?? '', Number(attributes.s ?? 0), ''];
        } else if (name === 'v' || name === 't') inValue = true;
      } else if (event.name === 'v' || event.name === 't') inValue = false;
      else if (event.name === 'c') {
        // Cells that are left out are empty, not missing.
        while (values.length < at) values.push('');
        values[at++] = cellText(type, style, raw, reading);
      } else if (event.name === 'row' && values.some((value) => value !== '')) yield { row, values };
    }
  }
}
