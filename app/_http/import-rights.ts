import { database } from '@/db/client';
import { countPublicChanges, countPublicWrites } from '@/db/import/findings';
import type { ImportView } from '@/db/import/imports';
import { env } from '@/lib/env';
import { countOf } from '@/lib/numbers';
import type { Status } from '@/lib/vocabulary';

/** Why somebody may not take a step of an import that readers would see. */
export interface PublicRefusal {
  /** They may publish nothing; or not this, since they sent it. */
  kind: 'not-allowed' | 'needs-review';
  words: string;
}

export interface Mover {
  id: string;
  /** They may publish. */
  publishes: boolean;
  /** Nobody publishes their own work. */
  fourEyes: boolean;
}

/** A person, or whom a key acts for, under the settings. */
export const moverOf = (id: string, publishes: boolean): Mover => ({
  id,
  publishes,
  fourEyes: env().FOUR_EYES === 'on',
});

/**
 * What is public is changed by files as it is by hand: by who may publish, and where four eyes are asked for not by who
 * sent the file. Null where nothing stands against it.
 * @param status what new events are to become
 */
export async function applyRefusal(
  { id, createdBy }: Pick<ImportView, 'id' | 'createdBy'>,
  who: Mover,
  status: Status,
): Promise<PublicRefusal | null> {
  const changed = await countPublicChanges(database(), id);
  if (status !== 'published' && changed === 0) return null;
  const what = changed > 0 ? `It changes ${countOf(changed, 'published event')}` : 'It publishes events';
  if (!who.publishes) return { kind: 'not-allowed', words: `${what}: a reviewer has to confirm it.` };
  if (who.fourEyes && (status === 'published' || createdBy === who.id))
    return {
      kind: 'needs-review',
      words: `${what}: nobody publishes their own work here. ${status === 'published' ? 'Bring it in for review.' : 'Somebody else has to confirm it.'}`,
    };
  return null;
}

/** Taking back what readers see is for who may publish; null where they may, or readers see none of it. */
export async function undoRefusal(
  { id }: Pick<ImportView, 'id'>,
  { publishes }: Pick<Mover, 'publishes'>,
): Promise<PublicRefusal | null> {
  if (publishes || (await countPublicWrites(database(), id)) === 0) return null;
  return { kind: 'not-allowed', words: 'Readers see some of its events: a reviewer has to take it back.' };
}
