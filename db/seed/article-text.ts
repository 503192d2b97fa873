import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve('../shared/corpus');

/** Why the articles cannot be read on this machine; null where they can. They are not ours to keep in the repo. */
export const articlesMissing = existsSync(FOLDER) ? null : `there is no ${FOLDER} on this machine`;

/** The text of an article, paragraphs numbered [n]. */
export function articleText(key: string): string {
  return readFileSync(path.join(FOLDER, `${key}.txt`), 'utf8');
}

/** The paragraphs of an article by their numbers. */
export function paragraphsOf(text: string): Map<number, string> {
  const parts = text.split(/^\[(\d+)\] /m).slice(1);
  return new Map(
    parts.flatMap((part, i) => (i % 2 === 0 ? [[Number(part), parts[i + 1]!.trim()] as const] : [])),
  );
}

/**
 * The footnotes at the end of an article by their numbers. They follow one another in order, most of them but not all
 * at the beginning of a paragraph: "[30] 1“Title…", "[32] 3“Title…, March 18, 2020. 4 “Title…".
 */
export function footnotesOf(text: string): Map<number, string> {
  const first = /^\[\d+\] 1 ?[“"A-Z]/m.exec(text);
  const notes = new Map<number, string>();
  let rest = first ? text.slice(first.index) : '';
  for (let n = 1; rest; n++) {
    const here = new RegExp(`(?:^|[\\s.\\]])${n} ?(?=[“"\\p{Lu}])`, 'mu').exec(rest);
    if (!here) break;
    rest = rest.slice(here.index + here[0].length);
    const next = new RegExp(`(?:^|[\\s.\\]])${n + 1} ?(?=[“"\\p{Lu}])`, 'mu').exec(rest);
    notes.set(n, rest.slice(0, next?.index).replaceAll(/\s+/g, ' '));
  }
  return notes;
}

const words = (prose: string): string[] =>
  prose
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu) ?? [];

/** Every run of `length` words of a text, whatever stands between them. */
export function runsOf(prose: string, length: number): string[] {
  const all = words(prose);
  return all.slice(length - 1).map((_, i) => all.slice(i, i + length).join(' '));
}
