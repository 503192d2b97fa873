/** Lists in one cell that people can read and programs read back: "Police (authority); Ministry (authority)". */

const escaped = (text: string, signs: RegExp): string => text.replaceAll(signs, (sign) => `\\${sign}`);
const plain = (text: string): string => text.replaceAll(/\\(.)/gsu, '$1');

/** Items parted by "; "; a semicolon or backslash within one is written after a backslash. */
export function joinList(items: readonly string[]): string {
  return items.map((item) => escaped(item, /[\\;]/g)).join('; ');
}

/** The inverse of joinList, for items that are not empty. */
export function splitList(text: string): string[] {
  const items = text.match(/(?:\\.|[^\\;])+/gsu) ?? [];
  return items.map((item, i) => plain(i === 0 ? item : item.replace(/^ /, '')));
}

/** A name and what it is called there: "acled=GBR123"; an equals sign in the name is written after a backslash. */
export function joinPair(name: string, value: string): string {
  return `${escaped(name, /[\\=]/g)}=${value}`;
}

/** The inverse of joinPair; null where there is no equals sign. */
export function splitPair(text: string): [string, string] | null {
  const found = /^((?:\\.|[^\\=])*)=(.*)$/su.exec(text);
  return found && [plain(found[1]!), found[2]!];
}
