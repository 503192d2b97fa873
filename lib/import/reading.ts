import type { Draft } from './rules-form';
import type { TextEncodingName } from './text-encoding';

/** Encodings as people choose them. */
export const encodingTerms: readonly { code: TextEncodingName; label: string }[] = [
  { code: 'utf-8', label: 'UTF-8' },
  { code: 'windows-1252', label: 'Windows-1252 (older spreadsheets of western Europe)' },
  { code: 'utf-16le', label: 'UTF-16, as Windows writes it' },
  { code: 'utf-16be', label: 'UTF-16, big-endian' },
];

/** What parts the cells of a row, as people choose it. */
export const delimiterTerms = [
  { code: 'comma', label: 'Comma', sign: ',' },
  { code: 'semicolon', label: 'Semicolon', sign: ';' },
  { code: 'tab', label: 'Tab', sign: '\t' },
  { code: 'bar', label: 'Vertical bar', sign: '|' },
] as const;

/** How a text of cells is read. */
interface CellReading {
  encoding: TextEncodingName;
  delimiter: string;
}

/** The fields of the form that say how a text of cells is read; none for any other file. */
export function readingDraft({ encoding, delimiter }: Partial<CellReading>): Draft {
  const sign = delimiterTerms.find((one) => one.sign === delimiter);
  return encoding && sign ? { 'reading.encoding': encoding, 'reading.delimiter': sign.code } : {};
}

/** How the form says that the file is read; null where it says nothing that can be. */
export function readingOf(draft: Draft): CellReading | null {
  const encoding = encodingTerms.find(({ code }) => code === draft['reading.encoding'])?.code;
  const delimiter = delimiterTerms.find(({ code }) => code === draft['reading.delimiter'])?.sign;
  return encoding && delimiter ? { encoding, delimiter } : null;
}

/** Fields that are a column, and those that are made of some. */
const COLUMN = /^(?:date\.(?!kind|order)|place\.|fields\.|actors\.\d+\.column$|measures\.\d+\.column$)/;
const OF_COLUMNS = /^(?:date|place|fields|actors|measures)\./;

function renamed(name: string, value: string, names: ReadonlyMap<string, string>): string {
  if (COLUMN.test(name))
    return (
      names.get(value) ??
      value.replaceAll(/\{([^{}]+)\}/g, (all, one: string) => `{${names.get(one) ?? one}}`)
    );
  if (!/^rule\.\d+\.when$/.test(name)) return value;
  const lines = value.split('\n').map((line) => {
    const at = line.indexOf('=');
    const given = names.get(line.slice(0, Math.max(0, at)).trim());
    return given === undefined ? line : `${given} ${line.slice(at)}`;
  });
  return lines.join('\n');
}

/**
 * What a person has filled in, over the same file read anew: as many columns are the same ones by other names; where there
 * are more or fewer, what was made of columns is as `fresh` guesses it, and all else stays.
 */
export function carriedOver(
  draft: Draft,
  before: readonly string[],
  after: readonly string[],
  fresh: Draft,
): Draft {
  if (before.length === after.length) {
    const names = new Map(before.map((name, i) => [name, after[i]!]));
    return Object.fromEntries(
      Object.entries(draft).map(([name, value]) => [name, renamed(name, value, names)]),
    );
  }
  const guessed = Object.entries(fresh).filter(([name]) => OF_COLUMNS.test(name));
  return { ...draft, ...Object.fromEntries(guessed) };
}
