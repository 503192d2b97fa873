import { may, type UserRole } from './permissions';
import { statuses, type Status } from './vocabulary';

/** Who moves an event, and whether it is their own work: whether they were the last to save it. */
export interface Mover {
  role: UserRole;
  own: boolean;
  /** The setting that nobody publishes their own work. */
  fourEyes: boolean;
}

/** Why a person may not make an event of this status that one; null where they may. `from` is null for a new event. */
export function moveRefusal(from: Status | null, to: Status, { role, own, fourEyes }: Mover): string | null {
  if (!may(role, 'events.edit')) return 'Your account may not change events';
  const publishes = may(role, 'events.publish');
  if (to === 'published') {
    if (!publishes) return 'Only reviewers publish: choose In review, and somebody will look at it';
    return fourEyes && own && from !== 'published'
      ? 'Somebody else must publish what you wrote: choose In review'
      : null;
  }
  // Whoever may not publish may not take back what was published either.
  return from === 'published' && !publishes ? 'Only reviewers take an event off the dashboard' : null;
}

/** The statuses that a person may give an event, in the order of the vocabulary. */
export function statusesFor(from: Status | null, mover: Mover): Status[] {
  return statuses.filter((to) => moveRefusal(from, to, mover) === null);
}

/**
 * True where a change to an event must be proposed: it is published, readers go on seeing it as it is, and somebody else
 * decides. For those who may not publish, and for everyone where nobody publishes their own work.
 */
export function mustPropose(
  status: Status | null,
  { role, fourEyes }: Pick<Mover, 'role' | 'fourEyes'>,
): boolean {
  return status === 'published' && (!may(role, 'events.publish') || fourEyes);
}

/**
 * Why a person may not archive an event, or restore it where it is archived; null where they may. What comes back may be
 * published by that: it had that status before, for all that is known here.
 */
export function archiveRefusal(status: Status, role: UserRole): string | null {
  const to = status === 'archived' ? 'published' : 'archived';
  return moveRefusal(status, to, { role, own: false, fourEyes: false });
}
