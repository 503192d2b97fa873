import { isDeepStrictEqual } from 'node:util';

/** What JSON would keep of it, so that a missing value and one that is undefined are the same. */
const plain = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** The fields in which two records differ, as they were and as they are; JSON values only. */
export function changedFields<T extends object>(
  before: T,
  after: T,
): { before: Partial<T>; after: Partial<T> } {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof T)[];
  const differing = keys.filter((key) => !isDeepStrictEqual(plain(before[key]), plain(after[key])));
  const pick = (record: T): Partial<T> =>
    Object.fromEntries(
      differing.filter((key) => key in record).map((key) => [key, record[key]]),
    ) as Partial<T>;
  return { before: pick(before), after: pick(after) };
}
