import { database } from '@/db/client';
import { makeSourceSet, readSourceSets } from '@/db/source-sets';
import type { Author } from '@/lib/author';
import { newSetSchema } from '@/lib/import/new-set';
import { presets } from '@/lib/import/presets';

/** What is wrong with a set that was asked for; `field` is empty for the set as a whole. */
export interface SetError {
  field: string;
  message: string;
}

/** A set that is there, by its key; it is made where it is that of a format and not there yet. */
export async function knownSet(key: string, by: Author): Promise<{ key: string } | { errors: SetError[] }> {
  const preset = presets.find((one) => one.set.key === key);
  if (preset) await makeSourceSet(database(), preset.set, by);
  const known = (await readSourceSets(database())).some((set) => set.key === key);
  return known ? { key } : { errors: [{ field: '', message: 'Choose a set from the list' }] };
}

/** A new set for what a file brings. */
export async function madeSet(
  given: Record<'title' | 'attribution' | 'licence' | 'url', string>,
  fileName: string,
  by: Author,
): Promise<{ key: string } | { errors: SetError[] }> {
  const made = newSetSchema.safeParse({ ...given, description: `Imported from ${fileName}.` });
  if (!made.success)
    return { errors: made.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })) };
  await makeSourceSet(database(), made.data, by);
  return { key: made.data.key };
}
