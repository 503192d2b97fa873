import { ImportProblem } from './import-problem';
import { plainText } from './sheet-rows';
import { xmlEvents } from './xml-events';
import type { Archive } from './zip-entries';

/** Shared texts beyond this do not fit into memory that others need too. */
const MOST_SHARED = 256_000_000;
/** Number formats that are dates or times (ECMA-376, 18.8.30). */
const isDateFormat = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

async function forEach(
  archive: Archive,
  name: string,
  visit: (event: { kind: string; name?: string; attributes?: Record<string, string>; text?: string }) => void,
): Promise<void> {
  const entry = archive.entries.get(name);
  if (!entry) return;
  for await (const events of xmlEvents(await entry.open())) for (const event of events) visit(event);
}

/** The texts that cells point to by number. */
export async function sharedTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = [];
  let [text, inText, phonetic, total] = ['', false, false, 0];
  await forEach(archive, 'xl/sharedStrings.xml', ({ kind, name, text: part }) => {
    if (kind === 'open' && name === 'si') text = '';
    else if (kind === 'open' && name === 'rPh') phonetic = true;
    else if (kind === 'close' && name === 'rPh') phonetic = false;
    else if (kind === 'open' && name === 't') inText = true;
    else if (kind === 'close' && name === 't') inText = false;
    else if (kind === 'text' && inText && !phonetic) text += part;
    else if (kind === 'close' && name === 'si') {
      texts.push(plainText(text));
      total += text.length;
      if (total > MOST_SHARED)
        throw new ImportProblem('unsafe', 'The workbook holds more text than can be read: save it as CSV.');
    }
  });
  return texts;
}

/** For each style of a cell, whether it shows a number as a date. */
export async function dateStyles(archive: Archive): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await forEach(archive, 'xl/styles.xml', ({ kind, name, attributes }) => {
    if (kind === 'open' && name === 'numFmt') {
      // What stands in quotes or brackets is not of the format.
      // Excel's own are of 255 characters at most.
      const code = attributes!.formatCode!.slice(0, 255).replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
      own.set(Number(attributes!.numFmtId), /[dy]/i.test(code));
    }
    if (name === 'cellXfs') inCells = kind === 'open';
    if (kind === 'open' && name === 'xf' && inCells) {
      const id = Number(attributes!.numFmtId ?? 0);
      styles.push(own.get(id) ?? isDateFormat(id));
    }
  });
  return styles;
}

/** The sheets in their order with their files, and whether days are counted from 1904. */
export async function sheetsOf(
  archive: Archive,
): Promise<{ sheets: { name: string; path: string }[]; from1904: boolean }> {
  const targets = new Map<string, string>();
  await forEach(archive, 'xl/_rels/workbook.xml.rels', ({ kind, name, attributes }) => {
    if (kind === 'open' && name === 'Relationship') targets.set(attributes!.Id!, attributes!.Target!);
  });
  const sheets: { name: string; path: string }[] = [];
  let from1904 = false;
  await forEach(archive, 'xl/workbook.xml', ({ kind, name, attributes }) => {
    if (kind !== 'open') return;
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes!.date1904 ?? '');
    if (name === 'sheet') {
      const target = targets.get(attributes!.id!) ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      if (archive.entries.has(path)) sheets.push({ name: attributes!.name!, path });
    }
  });
  return { sheets, from1904 };
}
