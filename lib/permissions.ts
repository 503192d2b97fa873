/** Who may do what: the one table. Checked inside every action and page that needs it. */
export const userRoles = ['reader', 'editor', 'reviewer', 'admin'] as const;
export type UserRole = (typeof userRoles)[number];

const desk = ['editor', 'reviewer', 'admin'] as const;

const allowed = {
  'events.edit': desk,
  'events.publish': ['reviewer', 'admin'],
  'imports.run': desk,
  'series.edit': desk,
  'evidence.link': desk,
  'assessments.write': desk,
  'indicators.manage': ['admin'],
  'vocabulary.manage': ['admin'],
  'keys.manage': ['admin'],
  'users.manage': ['admin'],
  'settings.manage': ['admin'],
  'audit.read': ['admin'],
} as const satisfies Record<string, readonly UserRole[]>;

export type Permission = keyof typeof allowed;

/** True where the role carries the permission. */
export function may(role: UserRole, permission: Permission): boolean {
  return (allowed[permission] as readonly UserRole[]).includes(role);
}
