import { userRoles, type UserRole } from './permissions';

/**
 * The role that an issuer's claim gives: the highest of those that the setting (`Desk=editor,Leads=reviewer`) names for
 * its values; null where it gives none, and the role stays what an admin made it.
 */
export function roleFromClaim(claim: unknown, setting: string | undefined): UserRole | null {
  const values = new Set([claim].flat().filter((value) => typeof value === 'string'));
  const given = (setting ?? '').split(',').flatMap((pair) => {
    const [value = '', role = ''] = pair.split('=');
    return values.has(value.trim()) ? [role.trim()] : [];
  });
  return userRoles.findLast((role) => given.includes(role)) ?? null;
}
