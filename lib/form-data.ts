/** Names go at most this deep, and lists this long: a form of ours needs no more, and an attacker gets none. */
const NAME = /^[a-zA-Z]\w{0,39}(?:\.\d{1,2}\.[a-zA-Z]\w{0,39})?$/;
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/** The text of a field; the last one where it was sent more than once, '' where it was not. */
export function textOf(form: FormData, name: string): string {
  const values = form.getAll(name).filter((value): value is string => typeof value === 'string');
  return (values.at(-1) ?? '').replaceAll('\0', '').replaceAll('\r\n', '\n');
}

/** All texts of a field, for checkboxes. */
export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value): value is string => typeof value === 'string');
}

/** The rows of a repeated group ("actors.0.name", "actors.0.role"), in their order, gaps closed. */
export function rowsOf<K extends string>(
  form: FormData,
  group: string,
  keys: readonly K[],
): Record<K, string>[] {
  const rows = new Set<number>();
  for (const name of form.keys()) {
    const [first, index] = NAME.test(name) && !UNSAFE.has(name) ? name.split('.') : [];
    if (first === group && index !== undefined) rows.add(Number(index));
  }
  return [...rows]
    .sort((a, b) => a - b)
    .map(
      (row) =>
        Object.fromEntries(keys.map((key) => [key, textOf(form, `${group}.${row}.${key}`)])) as Record<
          K,
          string
        >,
    );
}
