/** A parameter of the address, as one short text; Postgres refuses NUL in it. */
export function oneOf(query: Record<string, string | string[] | undefined>, name: string): string {
  return ([query[name]].flat()[0] ?? '').replaceAll('\0', '').trim().slice(0, 200);
}
