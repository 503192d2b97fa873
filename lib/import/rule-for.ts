import { cell } from './cells';
import type { Rule } from './mapping';

/** A value with stars in it, taken apart at them: each star stands for any text, also for none. */
function patternsIn(is: readonly string[]): string[][] {
  return is.filter((value) => value.includes('*')).map((value) => value.split('*'));
}

/** Conditions are asked of each row of a file: their patterns are taken apart once. */
const patterns = new WeakMap<readonly string[], string[][]>();

function patternsOf(is: readonly string[]): string[][] {
  let found = patterns.get(is);
  if (!found) patterns.set(is, (found = patternsIn(is)));
  return found;
}

/** True where the text has the parts one after the other, from its first to its last character; never goes back in it. */
function matches(parts: readonly string[], text: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

/**
 * True where a cell is one of the values, capitals counting, or of the shape of one with stars in it ("*drone*"). No regular
 * expression: what people write as a rule must not make a row take long.
 */
export function fits(is: readonly string[], text: string): boolean {
  return is.includes(text) || patternsOf(is).some((parts) => matches(parts, text));
}

/** The first rule that holds; null for none. One without conditions holds for every row. */
export function ruleFor(cells: Record<string, string>, rules: readonly Rule[]): Rule | null {
  return rules.find(({ when }) => when.every(({ column, is }) => fits(is, cell(cells, column)))) ?? null;
}
