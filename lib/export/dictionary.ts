import type { Cell, Sheet } from '../csv';
import { acledColumns } from './acled-columns';
import { eventColumns } from './event-columns';
import type { FileColumn } from './file-column';
import { dataSheets } from './xlsx/event-sheets';

type Described = Pick<FileColumn<never>, 'name' | 'type' | 'definition' | 'values'>;

/** A column as a row of a dictionary: where it is, its name, its type, what it holds, and the codes it can hold. */
export const describe = (where: string, { name, type, definition, values }: Described): Cell[] => [
  where,
  name,
  type,
  definition,
  values?.join('; ') ?? null,
];

export const dictionaryHeader = ['where', 'column', 'type', 'definition', 'codes'] as const;

/** What every column of the tables means: of the CSV files, and of the sheets of the workbook. */
export function dictionarySheet(): Sheet {
  return {
    header: dictionaryHeader,
    rows: [
      ...eventColumns.map((column) => describe('events.csv', column)),
      ...dataSheets.flatMap(({ name, columns }) =>
        columns.map((column) => describe(`events.xlsx, ${name}`, column)),
      ),
      ...acledColumns.map((column) => describe('events.acled.csv', column)),
    ],
  };
}
