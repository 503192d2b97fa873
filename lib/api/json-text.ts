import type { ProblemError } from './problem-types';

const DEEPEST = 12;

/** A place in a body, as a JSON Pointer (RFC 6901). */
export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What no text of the record can hold: NUL, which PostgreSQL refuses, and half a surrogate pair. */
const UNKEPT = /[\0\p{Cs}]/u;

/** What makes a body one that cannot be kept, whatever it means: text with such characters, and nesting without end. */
export function unkept(body: unknown): ProblemError | null {
  const open: { value: unknown; path: (string | number)[] }[] = [{ value: body, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    if (path.length > DEEPEST) return { pointer: pointerOf(path), detail: 'Nested too deep' };
    if (typeof value === 'string' && UNKEPT.test(value))
      return { pointer: pointerOf(path), detail: 'Text must not hold NUL or half a surrogate pair' };
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (UNKEPT.test(name))
        return { pointer: pointerOf(path), detail: 'A name holds NUL or half a surrogate pair' };
      open.push({ value: inner, path: [...path, name] });
    }
  }
  return null;
}
