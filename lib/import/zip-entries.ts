import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { ImportProblem } from './import-problem';

/** What a workbook may hold: an archive beyond this is made to fill a disk (a zip bomb). */
const MOST_ENTRIES = 5_000;
const MOST_BYTES = 4_000_000_000;
/** XML packs well; beyond this it is nothing but padding. */
const MOST_RATIO = 1_000;

/** An archive whose entries are read as streams, by name. */
export interface Archive {
  entries: ReadonlyMap<string, { size: number; open(): Promise<Readable> }>;
  close(): void;
}

const openZip = (path: string): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, file) =>
      error ? reject(error) : resolve(file),
    );
  });

function guard(entry: yauzl.Entry, total: number, count: number): void {
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (
    count > MOST_ENTRIES ||
    total > MOST_BYTES ||
    (entry.uncompressedSize > 10_000_000 && ratio > MOST_RATIO)
  )
    throw new ImportProblem('unsafe', 'The workbook unpacks to far more than it should: it was not opened.');
}

const listEntries = (file: yauzl.ZipFile): Promise<yauzl.Entry[]> =>
  new Promise((resolve, reject) => {
    const found: yauzl.Entry[] = [];
    let total = 0;
    file.on('error', reject);
    file.on('end', () => resolve(found));
    file.on('entry', (entry: yauzl.Entry) => {
      found.push(entry);
      total += entry.uncompressedSize;
      try {
        guard(entry, total, found.length);
        file.readEntry();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    file.readEntry();
  });

/** Opens an archive; throws ImportProblem where it is none, or is made to unpack beyond measure. */
export async function openArchive(path: string): Promise<Archive> {
  let file: yauzl.ZipFile;
  try {
    file = await openZip(path);
  } catch {
    throw new ImportProblem(
      'broken',
      'The file cannot be unpacked: it is no workbook (.xlsx), or was cut off on its way.',
    );
  }
  try {
    const entries = await listEntries(file);
    const open = (entry: yauzl.Entry) => (): Promise<Readable> =>
      new Promise((resolve, reject) => {
        file.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
      });
    return {
      entries: new Map(
        entries.map((entry) => [entry.fileName, { size: entry.uncompressedSize, open: open(entry) }]),
      ),
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    if (error instanceof ImportProblem) throw error;
    throw new ImportProblem('broken', 'The workbook is damaged: it cannot be unpacked.');
  }
}
