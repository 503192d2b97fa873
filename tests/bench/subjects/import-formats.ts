import { statSync } from 'node:fs';
import { acledFile } from '../data/acled-file';
import { acledFileAs, madeFormats } from '../data/acled-formats';
import type { Bench } from '../run/bench';
import { importFile, onServer, withDatabase } from '../run/import-run';
import { figure, printTable } from '../run/table';

/** More than are looked at before a file is mapped (5,000), and eight and forty times as many. */
const SIZES = [5_000, 40_000, 200_000];
type Format = keyof typeof madeFormats;

/**
 * The memory of the process that checks a file (read, map, stage, compare), by format and rows: the same rows each time, in CSV
 * and in all others that can be imported. Nothing is written to the record.
 */
export async function importFormats({ data, say }: Bench): Promise<void> {
  const table: string[][] = [];
  await onServer(data.folder, say, async (base) => {
    for (const format of ['CSV', ...(Object.keys(madeFormats) as Format[])] as const)
      for (const rows of SIZES) {
        say(`Checking ${rows} rows of ${format} …`);
        const file =
          format === 'CSV'
            ? await acledFile(data.folder, rows)
            : await acledFileAs(data.folder, format, rows);
        const took = await withDatabase(base, 'bench_import', (url) => importFile(file, url, 'check'));
        if (took.written !== rows) throw new Error(`Only ${took.written} of ${rows} rows were read.`);
        table.push([
          format,
          rows.toLocaleString('en-GB'),
          `${figure(statSync(file).size / 1e6)} MB`,
          `${figure(took.before)} MB`,
          `${figure(took.peak)} MB`,
        ]);
      }
  });
  printTable('Import: memory of its process by format', ['format', 'rows', 'file', 'before', 'most'], table);
}
